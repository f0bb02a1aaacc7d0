package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The running application reads the values in force, and the new ones when they can be read, when")
class FileSystemFaultsIT {

    private static final Launch SERVICE =
            Launch.annotated("com.acme.service.ServiceMain").withSource("reload.check-interval=10m");

    private static final Launch POLLING =
            Launch.annotated("com.acme.service.ServiceMain").withSource("reload.check-interval=300ms");

    private static Workspace workspace(Path directory) {
        return new Workspace(directory).source("service: {a: 1, b: 2}");
    }

    @OnEveryJdk
    @DisplayName("an editor keeps a backup and writes a new file, or sed edits in place: one reload each")
    void editors(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = workspace(directory);
        Path source = workspace.file(Workspace.SOURCE);
        try (Application service = SERVICE.start(jdk, workspace)) {
            service.awaitSeen("a", 1);
            Workspace.write(workspace.file(".app.yaml.swp"), "b0VIM");
            Workspace.write(workspace.file("4913"), "");
            workspace.delete("4913");
            Files.move(source, workspace.file("app.yaml~"));
            Workspace.write(source, "service: {a: 10, b: 2}");
            workspace.delete("app.yaml~");
            workspace.delete(".app.yaml.swp");
            service.awaitSeen("a", 1, 10);

            run(directory, "sed", "-i", "s/10/11/", Workspace.SOURCE);
            service.awaitSeen("a", 1, 10, 11);
            service.awaitSeen("version", 1, 2, 3);
            assertThat(Events.await(service, "reload.completed", 2).startedBy("file"))
                    .isEqualTo(2);
        }
    }

    @OnEveryJdk
    @DisplayName("the file is larger than any configuration, and whole again")
    void huge(Jdk jdk, @TempDir Path directory) throws IOException {
        Workspace workspace = workspace(directory);
        try (Application service = SERVICE.start(jdk, workspace)) {
            service.awaitSeen("a", 1);
            try (RandomAccessFile file =
                    new RandomAccessFile(workspace.file(Workspace.SOURCE).toFile(), "rw")) {
                file.setLength(1L << 40);
            }
            service.awaitStderr("; split it");
            service.awaitSeen("a", 1);
            workspace.source("service: {a: 10, b: 2}");
            service.awaitSeen("a", 1, 10);
        }
    }

    @OnEveryJdk
    @DisplayName("the file is UTF-16, or has a NUL in it; a UTF-8 byte order mark is fine")
    void encodings(Jdk jdk, @TempDir Path directory) throws IOException {
        Workspace workspace = workspace(directory);
        Path source = workspace.file(Workspace.SOURCE);
        try (Application service = SERVICE.start(jdk, workspace)) {
            service.awaitSeen("a", 1);
            Files.write(source, "service: {a: 10, b: 2}".getBytes(StandardCharsets.UTF_16));
            service.awaitStderr("UTF-16 byte order mark (byte offset 0)");
            Files.write(source, "service: {a: 10, b: 2}\0".getBytes(StandardCharsets.UTF_8));
            service.awaitStderr("NUL at byte offset 22");
            service.awaitSeen("a", 1);
            Files.writeString(source, "\uFEFFservice: {a: 11, b: 2}");
            service.awaitSeen("a", 1, 11);
        }
    }

    @OnEveryJdk
    @DisplayName("the times of files are of long ago, or still to come, as after a jump of the clock")
    void times(Jdk jdk, @TempDir Path directory) throws IOException {
        Workspace workspace = workspace(directory);
        FileTime[] times = {FileTime.fromMillis(0), FileTime.fromMillis(4_102_444_800_000L), FileTime.fromMillis(-1)};
        try (Application service = SERVICE.start(jdk, workspace)) {
            service.awaitSeen("a", 1);
            for (int i = 0; i < times.length; i++) {
                String value = "1" + i;
                Path fresh = Workspace.write(workspace.file("fresh"), "service: {a: " + value + ", b: 2}");
                Files.setLastModifiedTime(fresh, times[i]);
                Files.move(fresh, workspace.file(Workspace.SOURCE), StandardCopyOption.ATOMIC_MOVE);
                service.awaitAnswer("seen a", seen -> seen.endsWith(value));
            }
            service.awaitSeen("a", 1, 10, 11, 12);
        }
    }

    @OnEveryJdk
    @DisplayName("it may not be read any more, nor its directory")
    void permission(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = workspace(directory);
        Path source = workspace.file(Workspace.SOURCE);
        try (Application service = unprivileged(directory).start(jdk, workspace)) {
            service.awaitSeen("a", 1);
            permit(source, "---------");
            service.awaitStderr("permission denied");
            service.awaitAnswer("jmx-attribute State", state -> state.containsExactly("SOURCE_UNREADABLE"));
            service.awaitSeen("a", 1);
            permit(source, "rw-------");
            service.awaitStderr("is back");
            workspace.source("service: {a: 10, b: 2}");
            service.awaitSeen("a", 1, 10);

            long said = count(service, "permission denied");
            permit(directory, "---------");
            await().atMost(Application.PATIENCE).until(() -> count(service, "permission denied") > said);
            service.awaitSeen("a", 1, 10);
            permit(directory, "rwx------");
            workspace.source("service: {a: 11, b: 2}");
            service.awaitSeen("a", 1, 10, 11);
        }
    }

    /** Root may read everything, unless it gives that up. */
    private static Launch unprivileged(Path directory) throws Exception {
        if (!System.getProperty("user.name").equals("root")) {
            return POLLING;
        }
        assumeThat(exitCode(directory, "setpriv", "--version"))
                .as("setpriv is there")
                .isZero();
        return POLLING.withoutPrivilege();
    }

    private static void permit(Path file, String permissions) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private static long count(Application service, String text) {
        return service.stderr().stream().filter(line -> line.contains(text)).count();
    }

    @OnEveryJdk
    @DisplayName("there is a directory, a link to itself, a link to nowhere or a pipe in its place")
    void inItsPlace(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = workspace(directory);
        Path source = workspace.file(Workspace.SOURCE);
        try (Application service = POLLING.start(jdk, workspace)) {
            service.awaitSeen("a", 1);
            Files.delete(source);
            Files.createDirectory(source);
            mended(service, workspace, 10);
            Files.delete(source);
            Files.createSymbolicLink(source, Path.of(Workspace.SOURCE));
            mended(service, workspace, 11);
            Files.delete(source);
            Files.createSymbolicLink(source, Path.of("nowhere"));
            mended(service, workspace, 12);
            Files.delete(source);
            run(directory, "mkfifo", Workspace.SOURCE);
            mended(service, workspace, 13);
            service.awaitSeen("a", 1, 10, 11, 12, 13);
        }
    }

    /** A fault that is there: the reload that was asked for says so; another content puts an end to it. */
    private static void mended(Application service, Workspace workspace, int value) {
        service.awaitAnswer("reload", answer -> answer.startsWith("REFUSED"));
        workspace.delete(Workspace.SOURCE);
        workspace.source("service: {a: " + value + ", b: 2}");
        service.awaitAnswer("seen a", seen -> seen.endsWith(String.valueOf(value)));
    }

    @OnEveryJdk
    @DisplayName("so many files beside it change that events are lost")
    void overflow(Jdk jdk, @TempDir Path directory) throws IOException {
        Workspace workspace = workspace(directory);
        try (Application service = SERVICE.start(jdk, workspace)) {
            service.awaitSeen("a", 1);
            for (int i = 0; i < 20_000; i++) {
                if (i == 10_000) {
                    workspace.source("service: {a: 10, b: 2}");
                }
                Files.createFile(workspace.file("other" + i));
            }
            service.awaitSeen("a", 1, 10);
        }
    }

    @OnEveryJdk
    @DisplayName("the system has no inotify instance left, which is said once")
    void noInstances(Jdk jdk, @TempDir Path directory) throws Exception {
        noEvents(jdk, directory, "echo 0 > /proc/sys/user/max_inotify_instances", "no events from the file system");
    }

    @OnEveryJdk
    @DisplayName("the system has no inotify watch left, which is said once")
    void noWatches(Jdk jdk, @TempDir Path directory) throws Exception {
        noEvents(jdk, directory, "echo 0 > /proc/sys/user/max_inotify_watches", "cannot be watched");
    }

    private static void noEvents(Jdk jdk, Path directory, String limit, String warning) throws Exception {
        assumeNamespaces(directory);
        Workspace workspace = workspace(directory);
        try (Application service = POLLING.inNamespace(limit).start(jdk, workspace)) {
            service.awaitSeen("a", 1);
            service.awaitStderr(warning);
            workspace.source("service: {a: 10, b: 2}");
            service.awaitSeen("a", 1, 10);
            workspace.source("service: {a: 11, b: 2}");
            service.awaitSeen("a", 1, 10, 11);
            assertThat(service.stderr().stream().filter(line -> line.contains(warning)))
                    .hasSize(1);
        }
    }

    @OnEveryJdk
    @DisplayName("the disk is full, so that the file is cut off; and when it is read-only")
    void fullAndReadOnly(Jdk jdk, @TempDir Path directory) throws Exception {
        assumeNamespaces(directory);
        Workspace outside = new Workspace(directory);
        Path mount = Files.createDirectory(outside.file("conf"));
        String prepare = "mount -t tmpfs -o size=64k none conf && echo 'service: {a: 1, b: 2}' > conf/app.yaml";
        try (Application service = Launch.annotated("com.acme.service.ServiceMain")
                .withAgent("source=conf/app.yaml", "reload.check-interval=10m")
                .inNamespace(prepare)
                .start(jdk, outside)) {
            service.awaitSeen("a", 1);
            Path inside = Path.of("/proc", String.valueOf(service.pid()), "root" + mount);
            Path source = inside.resolve("app.yaml");
            Path filler = inside.resolve("filler");
            assertThatThrownBy(() -> Files.write(filler, new byte[128 * 1024])).hasMessageContaining("No space");
            // Two pages of memory, of which the old content leaves one.
            String longer = "service: {a: 10,\n" + "# more\n".repeat(1000) + "b: 2}\n";
            assertThatThrownBy(() -> Files.writeString(source, longer)).hasMessageContaining("No space");
            service.awaitStderr("app.yaml:");
            service.awaitSeen("a", 1);

            Files.delete(filler);
            Files.writeString(source, "service: {a: 11, b: 2}");
            service.awaitSeen("a", 1, 11);

            remount(service, mount, "ro");
            assertThatThrownBy(() -> Files.writeString(source, "service: {a: 12, b: 2}"))
                    .hasMessageContaining("Read-only");
            service.awaitAnswer("reload", answer -> answer.startsWith("UNCHANGED"));
            remount(service, mount, "rw");
            Files.writeString(source, "service: {a: 12, b: 2}");
            service.awaitSeen("a", 1, 11, 12);
        }
    }

    private static void remount(Application service, Path mount, String how) throws Exception {
        run(
                mount.getParent(),
                "nsenter",
                "-t",
                String.valueOf(service.pid()),
                "-U",
                "-m",
                "mount",
                "-o",
                "remount," + how,
                mount.toString());
    }

    private static void assumeNamespaces(Path directory) throws Exception {
        boolean linux = System.getProperty("os.name").equals("Linux");
        assumeThat(linux && exitCode(directory, "unshare", "-U", "-r", "-m", "true") == 0)
                .as("this user may have namespaces")
                .isTrue();
    }

    private static void run(Path directory, String... command) throws Exception {
        assertThat(exitCode(directory, command)).as(String.join(" ", command)).isZero();
    }

    private static int exitCode(Path directory, String... command) throws Exception {
        Process process = new ProcessBuilder(List.of(command))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
