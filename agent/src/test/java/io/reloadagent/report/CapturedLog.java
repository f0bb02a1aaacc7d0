package io.reloadagent.report;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A log whose lines a test can read. */
public final class CapturedLog {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Log log;

    public CapturedLog(Level level) {
        log = new Log(level, new PrintStream(bytes, true, StandardCharsets.UTF_8));
    }

    public Log log() {
        return log;
    }

    public String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    public List<String> lines() {
        return text().lines().toList();
    }
}
