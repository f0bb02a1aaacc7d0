package io.reloadagent.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Linux tells of a process, {@code /proc/PID}. Immutable; each answer is of the moment when it is asked for. */
final class ProcessFolder {

    private static final Path PROC = Paths.get("/proc");
    private static final Pattern LIBRARY = Pattern.compile("(/.*)/lib/(?:[^/]+/){0,2}libjvm\\.so(?: \\(deleted\\))?");
    private static final long SIGQUIT = 1L << 2;

    private final long pid;
    private final Path folder;

    private ProcessFolder(long pid) {
        this.pid = pid;
        this.folder = PROC.resolve(String.valueOf(pid));
    }

    /** Whether this system has such folders. */
    static boolean areThere() {
        return Files.exists(PROC.resolve("self/status"));
    }

    static ProcessFolder of(long pid) {
        return new ProcessFolder(pid);
    }

    /** That of this process. */
    static ProcessFolder self() throws IOException {
        return of(Long.parseLong(PROC.resolve("self").toRealPath().getFileName().toString()));
    }

    /** Those of all processes that can be seen. */
    static List<ProcessFolder> all() throws IOException {
        List<ProcessFolder> all = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path folder : folders) {
                all.add(of(Long.parseLong(folder.getFileName().toString())));
            }
        }
        return all;
    }

    long pid() {
        return pid;
    }

    boolean exists() {
        return Files.exists(folder);
    }

    /** The name of the user that it runs as. */
    String user() throws IOException {
        return Files.getOwner(folder.resolve("status")).getName();
    }

    int userId() throws IOException {
        return Integer.parseInt(status("Uid").split("\\s+")[1]);
    }

    int groupId() throws IOException {
        return Integer.parseInt(status("Gid").split("\\s+")[1]);
    }

    /** {@code S}, {@code T}, {@code Z} and so on. */
    char state() throws IOException {
        return status("State").charAt(0);
    }

    /** Its number in the innermost name space of processes. */
    long innerPid() throws IOException {
        String numbers = status("NSpid");
        return numbers.isEmpty() ? pid : Long.parseLong(numbers.substring(numbers.lastIndexOf('\t') + 1));
    }

    /** When it began, in ticks since the machine did: with it, its number means no other process, ever. */
    long started() throws IOException {
        String stat = new String(Files.readAllBytes(folder.resolve("stat")), ISO_8859_1);
        // Behind the name, which may have anything in it, the state is the first field and this the twentieth.
        return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[19]);
    }

    /** Whether it has a handler for SIGQUIT, by which a JVM is asked to be attached. */
    boolean handlesQuit() throws IOException {
        return (Long.parseUnsignedLong(status("SigCgt"), 16) & SIGQUIT) != 0;
    }

    private String status(String name) throws IOException {
        return lines("status").getOrDefault(name, "");
    }

    private Map<String, String> lines(String file) throws IOException {
        Map<String, String> lines = new HashMap<>();
        for (String line : Files.readAllLines(folder.resolve(file), ISO_8859_1)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                lines.put(line.substring(0, colon), line.substring(colon + 1).trim());
            }
        }
        return lines;
    }

    /** The home of the JVM that is loaded in it; null if none is. */
    Path jvm() throws IOException {
        for (String line : Files.readAllLines(folder.resolve("maps"), ISO_8859_1)) {
            Matcher library = LIBRARY.matcher(line);
            if (library.find()) {
                return Paths.get(library.group(1));
            }
        }
        return null;
    }

    /** Its program's name, for people. */
    String program() {
        try {
            return new String(Files.readAllBytes(folder.resolve("comm")), UTF_8).trim();
        } catch (IOException gone) {
            return "?";
        }
    }

    /** The words of its command line. */
    List<String> commandLine() throws IOException {
        return Arrays.asList(new String(Files.readAllBytes(folder.resolve("cmdline")), UTF_8).split("\0"));
    }

    /** Whether it sees the same file system as this process. */
    boolean sharesFiles() throws IOException {
        return sameAsSelf("ns/mnt") && Files.isSameFile(folder.resolve("root"), Paths.get("/"));
    }

    private boolean sameAsSelf(String link) throws IOException {
        return Files.readSymbolicLink(folder.resolve(link))
                .equals(Files.readSymbolicLink(PROC.resolve("self").resolve(link)));
    }

    /** A file, by the absolute name that it has for this process. */
    Path file(String name) {
        return folder.resolve("root").resolve(name.substring(1));
    }

    /** The jars that it has open, by the names that they have for it. */
    List<String> openJars() {
        List<String> jars = new ArrayList<>();
        try (DirectoryStream<Path> open = Files.newDirectoryStream(folder.resolve("fd"))) {
            for (Path link : open) {
                String name = target(link);
                if (name.startsWith("/") && name.endsWith(".jar") && !jars.contains(name)) {
                    jars.add(name);
                }
            }
        } catch (IOException | RuntimeException hidden) {
            jars.clear();
        }
        return jars;
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException closed) {
            return "";
        }
    }

    /** What its JVM tells of itself; {@link PerfData#NONE} if that is switched off, or not for this user. */
    PerfData perfData() {
        Path temporary = file("/tmp");
        try (DirectoryStream<Path> users = Files.newDirectoryStream(temporary, "hsperfdata_*")) {
            String number = String.valueOf(innerPid());
            for (Path user : users) {
                Path data = user.resolve(number);
                if (Files.isRegularFile(data, LinkOption.NOFOLLOW_LINKS)
                        && Integer.valueOf(userId()).equals(Files.getAttribute(data, "unix:uid"))) {
                    return PerfData.read(data);
                }
            }
            return PerfData.NONE;
        } catch (IOException | RuntimeException hidden) {
            return PerfData.NONE;
        }
    }
}
