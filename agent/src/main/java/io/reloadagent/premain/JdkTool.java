package io.reloadagent.premain;

/**
 * Recognises the JDK's own tools. {@code JAVA_TOOL_OPTIONS} installs agents into {@code javac}, {@code jcmd} and
 * {@code keytool} too, which have nothing to reload and whose output is read by scripts.
 */
final class JdkTool {

    private static final String[] PACKAGES = {
        "com.sun.tools.", "sun.tools.", "sun.security.tools.", "sun.jvmstat.", "sun.rmi.", "sun.applet.", "jdk."
    };

    /** Compiles and runs an application from its source file: the one tool that is an application. */
    private static final String SOURCE_LAUNCHER = "com.sun.tools.javac.launcher.";

    private JdkTool() {}

    /**
     * Tells whether a command is one of the JDK's.
     *
     * @param command the JVM's command, {@code jdk.compiler/com.sun.tools.javac.Main -version}; null if unknown
     */
    static boolean isRunning(String command) {
        if (command == null) {
            return false;
        }
        String program = command.split(" ", 2)[0];
        if (program.endsWith(".jar") || program.contains(SOURCE_LAUNCHER)) {
            return false;
        }
        for (String prefix : PACKAGES) {
            if (program.startsWith(prefix)
                    || program.substring(program.indexOf('/') + 1).startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
