package com.acme.old;

import java.net.URL;
import java.net.URLClassLoader;

/** Looks for the old classes of this package in its own directory only. */
final class OldLoader extends URLClassLoader {

    OldLoader(URL[] urls) {
        super(urls, OldLoader.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith("com.acme.old.Old")) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            return known == null ? findClass(name) : known;
        }
    }
}
