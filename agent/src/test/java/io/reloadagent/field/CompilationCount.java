package io.reloadagent.field;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordingFile;

/** Counts, with the JVM's flight recorder, how often the methods of one class are compiled. */
final class CompilationCount implements AutoCloseable {

    private static final String EVENT = "jdk.Compilation";
    private static final short TOP_TIER = 4;

    private final String className;
    private final Recording recording = new Recording();

    CompilationCount(String className) {
        this.className = className;
        recording.enable(EVENT).withoutThreshold().withoutStackTrace();
        recording.start();
    }

    /** Compilations by the optimising compiler since this was created, lambdas of the class included. Ends the count. */
    long inTopTier() throws IOException {
        recording.stop();
        Path file = Files.createTempFile("compilations", ".jfr");
        try {
            recording.dump(file);
            return RecordingFile.readAllEvents(file).stream()
                    .filter(this::isInTopTier)
                    .count();
        } finally {
            Files.delete(file);
        }
    }

    private boolean isInTopTier(RecordedEvent event) {
        RecordedMethod method = event.getValue("method");
        return event.getEventType().getName().equals(EVENT)
                && event.getShort("compileLevel") == TOP_TIER
                && method.getType().getName().startsWith(className);
    }

    @Override
    public void close() {
        recording.close();
    }
}
