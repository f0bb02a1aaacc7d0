package com.acme.loaders;

import com.acme.shell.Busy;
import com.acme.shell.Shell;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.util.function.Supplier;

/** Loads the same plug-in twice; a container with two web applications does the same. */
public final class LoadersMain {

    private LoadersMain() {}

    /** Takes the jars and directories of the plug-in. */
    public static void main(String[] classPath) throws Exception {
        Supplier<?> left = plugin(classPath);
        Supplier<?> right = plugin(classPath);
        if (left.getClass() == right.getClass()) {
            throw new IllegalStateException("the plug-ins share their class");
        }
        Busy busy = new Busy().reading("left", left).reading("right", right).begin();
        new Shell()
                .on("seen", words -> busy.seen(words.get(0)))
                .on("extra", words -> right.getClass().getMethod("extra").invoke(right))
                .run();
    }

    private static Supplier<?> plugin(String... classPath) throws MalformedURLException, ReflectiveOperationException {
        URL[] urls = new URL[classPath.length];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = new File(classPath[i]).toURI().toURL();
        }
        return (Supplier<?>) new PluginLoader(urls)
                .loadClass("com.acme.loaders.Plugin")
                .getConstructor()
                .newInstance();
    }
}
