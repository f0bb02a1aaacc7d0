package com.acme.loggers;

import com.acme.shell.Shell;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.LogManager;

/** Has no logging library before it is told to, and then the one that its class path has. */
public final class LoggersMain {

    private LoggersMain() {}

    public static void main(String[] args) throws Exception {
        new Shell()
                .on("enabled", words -> isEnabled(words.get(0), words.get(1)))
                .on("set", words -> set(words.get(0), words.get(1)))
                .on("manager", words -> manager())
                .on(
                        "jul",
                        words ->
                                java.util.logging.Logger.getLogger(words.get(0)).isLoggable(Level.parse(words.get(1))))
                .run();
    }

    /** To ask for a logger initialises the library. */
    private static Object logger(String name) throws Exception {
        for (String factory : new String[] {
            "org.slf4j.LoggerFactory", "org.apache.logging.log4j.LogManager", "org.apache.log4j.Logger"
        }) {
            Class<?> type = find(factory);
            if (type != null) {
                return type.getMethod("getLogger", String.class).invoke(null, name);
            }
        }
        throw new IllegalStateException("no logging library");
    }

    private static Class<?> find(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    /** The words are a logger and one of trace, debug, info. */
    private static Object isEnabled(String name, String level) throws Exception {
        Object logger = logger(name);
        String method = "is" + level.substring(0, 1).toUpperCase(Locale.ROOT) + level.substring(1) + "Enabled";
        return logger.getClass().getMethod(method).invoke(logger);
    }

    /** As an application does that has a page for it. */
    private static String set(String name, String level) throws Exception {
        Object logger = logger(name);
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
