package com.acme.loaders;

import java.net.URL;
import java.net.URLClassLoader;

/** Looks for the plug-in and the API in its own jars only, not in its parent's. */
final class PluginLoader extends URLClassLoader {

    PluginLoader(URL[] urls) {
        super(urls, PluginLoader.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith("com.acme.loaders.Plugin$")
                && !name.equals("com.acme.loaders.Plugin")
                && !name.startsWith("io.reloadagent.")) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            return known == null ? findClass(name) : known;
        }
    }
}
