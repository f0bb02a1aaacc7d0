package io.reloadagent.report;

import java.io.PrintStream;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.function.Consumer;

/**
 * The agent's own log. It shares no logging library with the application, whose configuration must not change because
 * an agent is there, nor the other way round.
 *
 * <p>One message is one line: {@code [reload-agent] 2026-01-01T00:00:00.000Z INFO text}. In the text each {@code {}}
 * stands for the next argument, and a {@link Throwable} left over at the end is described behind it, with its stack
 * trace on lines of their own if {@link Level#DEBUG} is enabled. Control characters, line ends among them, and the
 * characters that change the direction of text come out as <code>&#92;u001b</code>: nobody can forge a line.
 *
 * <p>Safe for use by several threads. No method throws, whatever the arguments do; a line that cannot be written is lost.
 */
public final class Log {

    private final Consumer<String> out;

    /** Written by whoever changes the agent's settings, read by every thread that logs. */
    private volatile Level level;

    /**
     * A log that writes to a stream, which it never closes.
     *
     * @param level the least level to be written
     * @param out the stream as it is now; that the application replaces {@code System.err} later does not matter
     */
    public Log(Level level, PrintStream out) {
        this(level, out::println);
    }

    /**
     * A log that hands its lines on.
     *
     * @param out gets one line, or several at once with line ends between them
     */
    public Log(Level level, Consumer<String> out) {
        this.level = level;
        this.out = out;
    }

    /** Changes the least level to be written, from the next message on. */
    public void setLevel(Level level) {
        this.level = level;
    }

    /** The least level that is written. */
    public Level level() {
        return level;
    }

    /** Whether a message of this level would be written. */
    public boolean isEnabled(Level candidate) {
        return candidate.compareTo(level) >= 0;
    }

    /** Writes a message at {@link Level#TRACE}. */
    public void trace(String format, Object... arguments) {
        log(Level.TRACE, format, arguments);
    }

    /** Writes a message at {@link Level#DEBUG}. */
    public void debug(String format, Object... arguments) {
        log(Level.DEBUG, format, arguments);
    }

    /** Writes a message at {@link Level#INFO}. */
    public void info(String format, Object... arguments) {
        log(Level.INFO, format, arguments);
    }

    /** Writes a message at {@link Level#WARN}. */
    public void warn(String format, Object... arguments) {
        log(Level.WARN, format, arguments);
    }

    /** Writes a message at {@link Level#ERROR}. */
    public void error(String format, Object... arguments) {
        log(Level.ERROR, format, arguments);
    }

    /** Writes a message at the given level. */
    public void log(Level candidate, String format, Object... arguments) {
        if (!isEnabled(candidate)) {
            return;
        }
        try {
            String prefix = "[reload-agent] " + time(System.currentTimeMillis()) + " " + candidate + " ";
            out.accept(new LogText(format, arguments).toLines(prefix, isEnabled(Level.DEBUG)));
        } catch (Throwable lost) {
            // Whoever logs must not fail for it, and there is no place left to say so.
        }
    }

    /** Without a formatter: the JVM's first one loads a hundred classes, at the start of the application. */
    static String time(long millis) {
        int ofSecond = (int) Math.floorMod(millis, 1_000L);
        LocalDateTime time = LocalDateTime.ofEpochSecond(Math.floorDiv(millis, 1_000L), 0, ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(24).append(time.toLocalDate());
        appendTwo(text.append('T'), time.getHour());
        appendTwo(text.append(':'), time.getMinute());
        appendTwo(text.append(':'), time.getSecond());
        appendTwo(text.append('.'), ofSecond / 10);
        return text.append(ofSecond % 10).append('Z').toString();
    }

    private static void appendTwo(StringBuilder text, int number) {
        text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}
