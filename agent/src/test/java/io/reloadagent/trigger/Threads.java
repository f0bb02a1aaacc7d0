package io.reloadagent.trigger;

/** The threads of this JVM, by name. */
final class Threads {

    private Threads() {}

    static boolean isRunning(String prefix) {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().startsWith(prefix));
    }
}
