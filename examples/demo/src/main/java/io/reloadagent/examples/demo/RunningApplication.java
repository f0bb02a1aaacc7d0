package io.reloadagent.examples.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The application in a JVM of its own, with the agent. What it prints is shown and recorded. */
final class RunningApplication implements AutoCloseable {

    private static final String LONGEST_LIFE_SECONDS = "300";

    private final Process process;
    private final Output output = new Output();
    private final List<Thread> readers;

    /** Written by whoever closes; read by the readers, whose streams the JDK closes while the process still ends. */
    private volatile boolean closing;

    private RunningApplication(Process process) {
        this.process = process;
        this.readers =
                List.of(reader("app   | ", process.getInputStream()), reader("stderr| ", process.getErrorStream()));
        readers.forEach(Thread::start);
    }

    static RunningApplication start(Path agentJar, Path applicationJar, Path directory) throws IOException {
        return new RunningApplication(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-javaagent:" + agentJar + "=config=" + WorkingDirectory.AGENT_FILE,
                        "-jar",
                        applicationJar.toString(),
                        WorkingDirectory.APPLICATION_FILE,
                        "--seconds",
                        LONGEST_LIFE_SECONDS)
                .directory(directory.toFile())
                .start());
    }

    Output output() {
        return output;
    }

    /** Ends the process; returns when it is gone and all its output was shown, or at once if interrupted. */
    @Override
    public void close() {
        closing = true;
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            for (Thread reader : readers) {
                reader.join();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private Thread reader(String prefix, InputStream stream) {
        Thread thread = new Thread(() -> show(prefix, stream), "reader of " + prefix);
        thread.setDaemon(true);
        return thread;
    }

    private void show(String prefix, InputStream stream) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, Charset.defaultCharset()))) {
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                long nanos = System.nanoTime();
                System.out.println("   " + prefix + text);
                output.add(new Line(text, nanos));
            }
        } catch (IOException e) {
            if (!closing && process.isAlive()) {
                throw new UncheckedIOException("cannot read what the application prints", e);
            }
        } finally {
            output.end();
        }
    }
}
