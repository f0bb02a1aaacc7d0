package io.reloadagent.cli;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a running JVM was started with, by its command line in {@code /proc}: its class path, or its jar. Immutable. */
final class ProcessClassPath {

    private static final List<String> WITH_VALUE = Arrays.asList(
            "-cp",
            "-classpath",
            "--class-path",
            "-p",
            "--module-path",
            "--add-modules",
            "--add-opens",
            "--add-exports",
            "--add-reads",
            "--patch-module",
            "--limit-modules",
            "--upgrade-module-path",
            "--source",
            "-m",
            "--module");

    private static final List<String> CLASS_PATHS =
            Arrays.asList("-cp", "-classpath", "--class-path", "-p", "--module-path");

    private final List<Path> entries = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    private ProcessClassPath() {}

    /**
     * Looks a process up.
     *
     * @param pid its number
     * @throws IOException if it is not there, is another user's, or tells no class path that can be found; the message says what to do
     */
    static ProcessClassPath of(String pid) throws IOException {
        return of(Paths.get("/proc"), pid);
    }

    static ProcessClassPath of(Path proc, String pid) throws IOException {
        if (!Files.isDirectory(proc)) {
            throw new IOException("there is no /proc here that tells what process " + pid
                    + " was started with; find its jar with 'jcmd " + pid + " VM.command_line', and scan that");
        }
        Path process = proc.resolve(pid);
        if (!Files.isDirectory(process)) {
            throw new IOException("there is no process " + pid + ", and no file of that name");
        }
        try {
            ProcessClassPath classPath = new ProcessClassPath();
            classPath.read(process, commandLine(process), process.resolve("cwd").toRealPath());
            if (classPath.entries.isEmpty()) {
                throw new IOException(
                        "process " + pid + " tells no class path or jar that is there (is it a JVM?); name its jar");
            }
            return classPath;
        } catch (AccessDeniedException e) {
            throw new IOException(
                    "process " + pid + " belongs to another user; run this as that user, or name its jar", e);
        }
    }

    private static List<String> commandLine(Path process) throws IOException {
        String line = new String(Files.readAllBytes(process.resolve("cmdline")), Charset.defaultCharset());
        return Arrays.asList(line.split("\0"));
    }

    private void read(Path process, List<String> words, Path directory) throws IOException {
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            boolean last = i + 1 == words.size();
            if (word.equals("-jar") && !last) {
                add(process, directory, words.get(i + 1));
                return;
            }
            if (WITH_VALUE.contains(word) && !last) {
                i++;
                if (CLASS_PATHS.contains(word)) {
                    addAll(process, directory, words.get(i));
                }
            } else if (word.startsWith("--class-path=") || word.startsWith("--module-path=")) {
                addAll(process, directory, word.substring(word.indexOf('=') + 1));
            } else if (word.startsWith("@")) {
                missing.add("the arguments in " + word.substring(1));
            } else if (!word.startsWith("-")) {
                break;
            }
        }
        if (entries.isEmpty()) {
            addAll(process, directory, environment(process));
        }
    }

    /** The class path that a JVM without one on its command line has. */
    private static String environment(Path process) throws IOException {
        String variables = new String(Files.readAllBytes(process.resolve("environ")), Charset.defaultCharset());
        return Arrays.stream(variables.split("\0"))
                .filter(variable -> variable.startsWith("CLASSPATH="))
                .map(variable -> variable.substring(variable.indexOf('=') + 1))
                .findFirst()
                .orElse("");
    }

    private void addAll(Path process, Path directory, String classPath) throws IOException {
        for (String entry : classPath.split(":")) {
            if (entry.equals("*") || entry.endsWith("/*")) {
                addJars(process, directory, entry.substring(0, entry.length() - 1));
            } else if (!entry.isEmpty()) {
                add(process, directory, entry);
            }
        }
    }

    private void addJars(Path process, Path directory, String name) throws IOException {
        Path jars = find(process, directory, name.isEmpty() ? "." : name);
        if (jars == null) {
            return;
        }
        try (Stream<Path> files = Files.list(jars)) {
            entries.addAll(files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .collect(Collectors.toList()));
        }
    }

    private void add(Path process, Path directory, String name) {
        Path file = find(process, directory, name);
        if (file != null) {
            entries.add(file);
        }
    }

    /** In the file system of the process, which in a container is another. */
    private Path find(Path process, Path directory, String name) {
        Path file = directory.resolve(name).normalize();
        Path within = process.resolve("root").resolve(file.toString().substring(1));
        for (Path place : Arrays.asList(within, file)) {
            if (Files.isReadable(place)) {
                return place;
            }
        }
        missing.add(file + ", which cannot be read");
        return null;
    }

    List<Path> entries() {
        return Collections.unmodifiableList(entries);
    }

    /** What is not among the entries although the process has it, for people. */
    List<String> missing() {
        return Collections.unmodifiableList(missing);
    }
}
