package io.reloadagent.it;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ListAssert;

/** An application in a JVM of its own, which can be asked things, one line each. Gone when closed. */
final class Application implements AutoCloseable {

    /** For everything that is awaited. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    /** For the start of a framework. */
    private static final Duration START_PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final Lines stdout;
    private final Lines stderr;

    private Application(Process process) {
        this.process = process;
        this.stdout = new Lines(process.getInputStream(), line -> !receiveAnswer(line));
        this.stderr = new Lines(process.getErrorStream(), line -> true);
    }

    static Application start(List<String> command, Path directory) {
        return start(command, directory, Map.of());
    }

    static Application start(List<String> command, Path directory, Map<String, String> environment) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
            builder.environment()
                    .keySet()
                    .removeIf(name -> name.startsWith("RELOAD_AGENT_") || name.endsWith("_OPTIONS"));
            builder.environment().putAll(environment);
            return new Application(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean receiveAnswer(String line) {
        return (line.startsWith("= ") || line.startsWith("! ")) && answers.add(line);
    }

    /** The number of its process. */
    long pid() {
        return process.pid();
    }

    /** Asks the application; its shell answers with any number of texts. */
    List<String> ask(String question) {
        return ask(question, PATIENCE);
    }

    /** Asks an application that may take long to start. */
    synchronized List<String> ask(String question, Duration patience) {
        try {
            Writer writer = process.outputWriter(StandardCharsets.UTF_8);
            writer.write(question + "\n");
            writer.flush();
            String answer = answers.poll(patience.toMillis(), MILLISECONDS);
            assertThat(answer)
                    .as("answer to '%s' of%n%s", question, this)
                    .isNotNull()
                    .startsWith("= ");
            String texts = answer.substring(2);
            return texts.isEmpty() ? List.of() : List.of(texts.split("\t", -1));
        } catch (IOException e) {
            throw new AssertionError("cannot ask '" + question + "' of\n" + this, e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Waits until everything that a busy thread of the application has read under a name, in order, is this. */
    void awaitSeen(String name, Object... values) {
        String[] texts = Stream.of(values).map(String::valueOf).toArray(String[]::new);
        awaitAnswer("seen " + name, seen -> seen.containsExactly(texts));
    }

    /** Asks until the answer is as it should be. */
    void awaitAnswer(String question, Consumer<ListAssert<String>> expected) {
        await(question)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> expected.accept(assertThat(ask(question)).as("'%s' of%n%s", question, this)));
    }

    /** Asks it to end, by SIGTERM. */
    void terminate() {
        process.destroy();
    }

    /** Gives it no more questions, whereupon it calls {@code System.exit}. */
    void endInput() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything on its stdout so far, answers excepted. */
    List<String> stdout() {
        return stdout.all();
    }

    /** Everything on its stderr so far. */
    List<String> stderr() {
        return stderr.all();
    }

    /** Waits for a line on stdout that contains a text. */
    void awaitStdout(String text) {
        stdout.awaitOne(0, text);
    }

    /** The same of an application that takes long to start. */
    void awaitStarted(String text) {
        stdout.awaitOne(0, text, START_PATIENCE);
    }

    /** Waits for a line on stdout, not before the one of that number, counted from 1, that contains a text. */
    void awaitStdout(int number, String text) {
        stdout.awaitOne(number - 1, text);
    }

    /** Waits for a line on stderr that contains a text. */
    String awaitStderr(String text) {
        return stderr.awaitOne(0, text);
    }

    /** Waits for its end. */
    int awaitExit() {
        try {
            assertThat(process.waitFor(PATIENCE.toMillis(), MILLISECONDS))
                    .as("end of%n%s", this)
                    .isTrue();
            stdout.awaitEnd();
            stderr.awaitEnd();
            return process.exitValue();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
            stdout.awaitEnd();
            stderr.awaitEnd();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static AssertionError interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new AssertionError("interrupted", e);
    }

    @Override
    public String toString() {
        return process.info().commandLine().orElse("ended application") + "\nstdout:\n" + stdout + "\nstderr:\n"
                + stderr;
    }
}
