package io.reloadagent.examples.demo;

/**
 * A line that the application's process printed.
 *
 * @param text without the line's end
 * @param nanos the {@link System#nanoTime} of its arrival
 */
record Line(String text, long nanos) {

    boolean isFrom(String thread) {
        return text.startsWith(thread + ":");
    }

    boolean shows(Settings settings) {
        return text.contains(settings.asPrinted());
    }
}
