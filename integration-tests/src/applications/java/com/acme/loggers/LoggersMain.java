package com.acme.loggers;

import com.acme.shell.Shell;
import java.io.File;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.LogManager;

/** Has no logging library before it is told to, and then the one that its class path has. */
public final class LoggersMain {

    private static final Map<String, URLClassLoader> COPIES = new ConcurrentHashMap<>();

    private LoggersMain() {}

    public static void main(String[] args) throws Exception {
        new Shell()
                .on("enabled", words -> isEnabled(logger(words.get(0), system()), words.get(1)))
                .on("in", words -> isEnabled(logger(words.get(1), copy(words.get(0))), words.get(2)))
                .on("unload", words -> unload(words.get(0)))
                .on("set", words -> set(words.get(0), words.get(1)))
                .on("manager", words -> manager())
                .on(
                        "jul",
                        words ->
                                java.util.logging.Logger.getLogger(words.get(0)).isLoggable(Level.parse(words.get(1))))
                .run();
    }

    /** To ask for a logger initialises the library. */
    private static Object logger(String name, ClassLoader loader) throws Exception {
        for (String factory : new String[] {
            "org.slf4j.LoggerFactory", "org.apache.logging.log4j.LogManager", "org.apache.log4j.Logger"
        }) {
            Class<?> type = find(factory, loader);
            if (type != null) {
                return type.getMethod("getLogger", String.class).invoke(null, name);
            }
        }
        throw new IllegalStateException("no logging library");
    }

    private static ClassLoader system() {
        return ClassLoader.getSystemClassLoader();
    }

    /** A class loader with a copy of the library, as a web application has one. */
    private static ClassLoader copy(String name) {
        return COPIES.computeIfAbsent(name, any -> {
            List<URL> jars = new ArrayList<>();
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
                jars.add(url(entry));
            }
            return new URLClassLoader(jars.toArray(new URL[0]), system().getParent());
        });
    }

    private static URL url(String file) {
        try {
            return new File(file).toURI().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(file, e);
        }
    }

    /** Whether a copy was collected. */
    private static boolean unload(String name) throws Exception {
        COPIES.get(name).close();
        WeakReference<ClassLoader> unloaded = new WeakReference<>(COPIES.remove(name));
        for (int i = 0; i < 50 && unloaded.get() != null; i++) {
            System.gc();
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return unloaded.get() == null;
    }

    private static Class<?> find(String name, ClassLoader loader) {
        try {
            return Class.forName(name, true, loader);
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    /** The words are a logger and one of trace, debug, info. */
    private static Object isEnabled(Object logger, String level) throws Exception {
        String method = "is" + level.substring(0, 1).toUpperCase(Locale.ROOT) + level.substring(1) + "Enabled";
        return logger.getClass().getMethod(method).invoke(logger);
    }

    /** As an application does that has a page for it. */
    private static String set(String name, String level) throws Exception {
        Object logger = logger(name, system());
        for (java.lang.reflect.Method method : logger.getClass().getMethods()) {
            if (method.getName().equals("setLevel") && method.getParameterCount() == 1) {
                Class<?> type = method.getParameterTypes()[0];
                method.invoke(logger, type.getMethod("toLevel", String.class).invoke(null, level));
                return level;
            }
        }
        throw new IllegalStateException("levels of this library cannot be set");
    }

    private static String manager() {
        System.setProperty("java.util.logging.manager", Tailored.class.getName());
        return LogManager.getLogManager().getClass().getSimpleName();
    }
}
