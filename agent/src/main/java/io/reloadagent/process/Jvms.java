package io.reloadagent.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The JVMs that this user can reach. */
public final class Jvms {

    private static final String ROOT = "root";

    private Jvms() {}

    /**
     * Those of this user, for root those of all; this process excepted. On Linux, what {@code /proc} shows; elsewhere, those that have
     * left their data in the directory for temporary files.
     *
     * @throws IOException if they cannot be listed
     */
    public static List<Jvm> all() throws IOException {
        List<Jvm> all = ProcessFolder.areThere() ? ofProcesses() : ofPerfData();
        all.sort(Comparator.comparingLong(Jvm::pid));
        return all;
    }

    /** One of this machine; null if nothing is known of it. */
    public static Jvm find(long pid) {
        try {
            return ProcessFolder.areThere() ? of(ProcessFolder.of(pid)) : null;
        } catch (IOException goneOrHidden) {
            return null;
        }
    }

    private static List<Jvm> ofProcesses() throws IOException {
        ProcessFolder self = ProcessFolder.self();
        String user = self.user();
        List<Jvm> all = new ArrayList<>();
        for (ProcessFolder process : ProcessFolder.all()) {
            try {
                if (process.pid() != self.pid()
                        && (user.equals(ROOT) || user.equals(process.user()))
                        && process.jvm() != null) {
                    all.add(of(process));
                }
            } catch (IOException goneOrHidden) {
                // It is none that could be reached.
            }
        }
        return all;
    }

    /** One of this machine. */
    static Jvm of(ProcessFolder process) throws IOException {
        PerfData data = process.perfData();
        String version = data.text("java.property.java.version");
        return new Jvm(
                process.pid(),
                process.user(),
                version.isEmpty() ? release(process) : version,
                MainName.of(data.text("sun.rt.javaCommand"), process.commandLine()),
                AgentJar.openIn(process));
    }

    /** What stands in the file {@code release} of its JDK; empty if there is none. */
    private static String release(ProcessFolder process) throws IOException {
        Path home = process.jvm();
        Path release =
                home == null ? null : process.file(home.resolve("release").toString());
        if (release == null || !Files.isReadable(release)) {
            return "";
        }
        for (String line : new String(Files.readAllBytes(release), UTF_8).split("\n")) {
            if (line.startsWith("JAVA_VERSION=")) {
                return line.substring("JAVA_VERSION=".length())
                        .replace("\"", "")
                        .trim();
            }
        }
        return "";
    }

    private static List<Jvm> ofPerfData() throws IOException {
        String user = System.getProperty("user.name");
        Path folder = Paths.get(System.getProperty("java.io.tmpdir"), "hsperfdata_" + user);
        List<Jvm> all = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "[0-9]*")) {
                for (Path file : files) {
                    PerfData data = PerfData.read(file);
                    all.add(new Jvm(
                            Long.parseLong(file.getFileName().toString()),
                            user,
                            data.text("java.property.java.version"),
                            MainName.of(data.text("sun.rt.javaCommand"), new ArrayList<>()),
                            null));
                }
            }
        }
        return all;
    }
}
