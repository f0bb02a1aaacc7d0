package io.reloadagent.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {

    private static final Duration SETTLE = Duration.ofMillis(60);
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private final ExecutorService others = Executors.newCachedThreadPool();

    @AfterEach
    void end() throws InterruptedException {
        others.shutdownNow();
        assertThat(others.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void filesAreReadInOrderUnderTheirNames() throws Exception {
        Sources sources = sources(file("b.yaml", "b"), file("a.yaml", "a"));
        assertThat(sources.read().contents())
                .extracting(Content::name)
                .containsExactly(
                        folder.resolve("b.yaml").toString(),
                        folder.resolve("a.yaml").toString());
        assertThat(sources.read()).isEqualTo(sources.readSettled(LONG));
    }

    @Test
    void everyMissingFileIsNamed() {
        SourceException refusal = refusal(sources(folder.resolve("a"), folder.resolve("b")));
        assertThat(refusal.kind()).isEqualTo(SourceException.Kind.MISSING);
        assertThat(refusal)
                .hasMessage("file " + folder.resolve("a") + " does not exist\nfile " + folder.resolve("b")
                        + " does not exist");
    }

    @Test
    void aRefusalNamesTheSourcesThatFailedAndNoOthers() throws Exception {
        assertThat(refusal(sources(file("b.yaml", "b"), folder.resolve("a"))).sources())
                .containsExactly(folder.resolve("a").toString());
    }

    @Test
    void aFileThatIsTouchedAllTheTimeIsBelieved() throws Exception {
        Path file = file("a.yaml", "a");
        AtomicBoolean end = new AtomicBoolean();
        Future<?> touching = others.submit(() -> {
            for (long time = 0; !end.get(); time += 1000) {
                Files.setLastModifiedTime(file, FileTime.fromMillis(time));
            }
            return null;
        });
        assertThat(sources(file).readSettled(LONG).contents()).hasSize(1);
        end.set(true);
        touching.get();
    }

    @Test
    void aDirectoryIsRefused() {
        SourceException refusal = refusal(sources(folder));
        assertThat(refusal.kind()).isEqualTo(SourceException.Kind.UNREADABLE);
        assertThat(refusal)
                .hasMessage(
                        "file " + folder
                                + " is a directory; name a file, or in the agent's configuration 'sources: [{include: DIRECTORY}]'");
    }

    @Test
    void aFileThatIsNoneIsRefusedWithoutWaitingForIt() throws Exception {
        Path pipe = folder.resolve("pipe");
        Process made = new ProcessBuilder("mkfifo", pipe.toString()).start();
        assumeThat(made.waitFor()).isZero();
        assertThat(refusal(sources(pipe))).hasMessage("file " + pipe + " is not a regular file; name a file");
    }

    @Test
    void aFileWithoutPermissionIsRefused() throws Exception {
        Path file = file("a.yaml", "a: 1");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeThat(Files.isReadable(file)).as("root may read everything").isFalse();
        SourceException refusal = refusal(sources(file));
        assertThat(refusal.kind()).isEqualTo(SourceException.Kind.UNREADABLE);
        assertThat(refusal).hasMessageContaining("permission denied");
    }

    @Test
    void aHugeFileIsRefusedBeforeItIsRead() throws Exception {
        Path file = folder.resolve("huge.yaml");
        try (RandomAccessFile huge = new RandomAccessFile(file.toFile(), "rw")) {
            huge.setLength(1L << 40);
        }
        SourceException refusal = refusal(sources(file));
        assertThat(refusal.kind()).isEqualTo(SourceException.Kind.INVALID);
        assertThat(refusal).hasMessage("file " + file + " is larger than " + Bound.BYTES + "; split it");
    }

    @Test
    void aLinkIsFollowed() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), file("a.yaml", "a: 1"));
        assertThat(sources(link).read().contents().get(0).bytes()).isEqualTo(StandardCharsets.UTF_8.encode("a: 1"));
    }

    @Test
    @DisplayName("a half-written file is not believed until it holds still")
    void aFileThatChangesIsReadWhenItHoldsStill() throws Exception {
        Path file = file("a.yaml", "a: ");
        Duration settle = Duration.ofMillis(500); // longer than a busy machine keeps the writer from writing
        Sources sources = SourceFiles.of(settle, file);
        AtomicBoolean writing = new AtomicBoolean(true);
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> keepWriting(file, writing), others);
        CompletableFuture<Snapshot> reader = CompletableFuture.supplyAsync(() -> settled(sources, LONG), others);

        await().during(settle.multipliedBy(3)).until(() -> !reader.isDone());
        writing.set(false);
        writer.get();

        assertThat(reader.get().contents().get(0).bytes()).isEqualTo(ByteBuffer.wrap(Files.readAllBytes(file)));
    }

    @Test
    void aFileThatNeverHoldsStillIsGivenUp() throws Exception {
        Path file = file("a.yaml", "a: ");
        AtomicBoolean writing = new AtomicBoolean(true);
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> keepWriting(file, writing), others);
        SourceException refusal =
                catchThrowableOfType(SourceException.class, () -> sources(file).readSettled(Duration.ofMillis(400)));
        writing.set(false);
        writer.get();

        assertThat(refusal.kind()).isEqualTo(SourceException.Kind.UNSETTLED);
        assertThat(refusal).hasMessageContaining("still being written").hasMessageContaining("60 ms");
    }

    @Test
    void aFileThatVanishesForAMomentIsAwaited() throws Exception {
        Path file = file("a.yaml", "a: 1");
        Path aside = folder.resolve("aside");
        Sources patient = SourceFiles.of(Duration.ofSeconds(1), file);
        CompletableFuture<Snapshot> reader = CompletableFuture.supplyAsync(() -> settled(patient, LONG), others);
        await().pollDelay(Duration.ofMillis(100)).until(() -> true);
        Files.move(file, aside);
        await().during(Duration.ofMillis(1_500)).until(() -> !reader.isDone());
        Files.write(aside, "a: 2".getBytes(StandardCharsets.UTF_8));
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);

        assertThat(reader.get().contents().get(0).bytes()).isEqualTo(StandardCharsets.UTF_8.encode("a: 2"));
    }

    @Test
    void aFileThatVanishesForGoodIsMissing() throws Exception {
        Path file = file("a.yaml", "a: 1");
        Sources patient = SourceFiles.of(Duration.ofSeconds(3), file);
        CompletableFuture<Snapshot> reader =
                CompletableFuture.supplyAsync(() -> settled(patient, Duration.ofSeconds(13)), others);
        await().pollDelay(Duration.ofMillis(100)).until(() -> true);
        Files.delete(file);

        assertThat(failureOf(reader).kind()).isEqualTo(SourceException.Kind.MISSING);
    }

    @Test
    void aFileThatNeverWasIsMissingAtOnce() {
        long start = System.nanoTime();
        SourceException refusal = catchThrowableOfType(
                SourceException.class, () -> sources(folder.resolve("none")).readSettled(LONG));
        assertThat(refusal.kind()).isEqualTo(SourceException.Kind.MISSING);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONG.dividedBy(2));
    }

    @Test
    void anInterruptEndsTheWaitAndStays() throws Exception {
        Sources sources = SourceFiles.of(Duration.ofMinutes(1), file("a.yaml", "a"));
        Thread.currentThread().interrupt();
        SourceException refusal =
                catchThrowableOfType(SourceException.class, () -> sources.readSettled(Duration.ofMinutes(2)));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(refusal.kind()).isEqualTo(SourceException.Kind.UNSETTLED);
        assertThat(refusal).hasMessageContaining("interrupted");
    }

    @Test
    void withoutSettleWindowOneReadingIsEnough() throws Exception {
        Sources sources = SourceFiles.of(Duration.ZERO, file("a.yaml", "a"));
        assertThat(sources.readSettled(Duration.ZERO).contents()).hasSize(1);
    }

    private Path file(String name, String text) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }

    private static Sources sources(Path... files) {
        return SourceFiles.of(SETTLE, files);
    }

    private static SourceException refusal(Sources sources) {
        return catchThrowableOfType(SourceException.class, sources::read);
    }

    private static void keepWriting(Path file, AtomicBoolean writing) {
        try {
            while (writing.get()) {
                Files.write(file, ("a: " + System.nanoTime()).getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Snapshot settled(Sources sources, Duration timeout) {
        try {
            return sources.readSettled(timeout);
        } catch (SourceException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SourceException failureOf(CompletableFuture<?> future) {
        ExecutionException failure = catchThrowableOfType(ExecutionException.class, future::get);
        return (SourceException) failure.getCause().getCause();
    }
}
