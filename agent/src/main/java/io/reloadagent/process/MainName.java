package io.reloadagent.process;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a JVM runs: the name of a class, a module or a jar, and never an argument, which may be a secret. */
final class MainName {

    private static final Set<String> WITH_VALUE = new HashSet<>(Arrays.asList(
            "-cp",
            "-classpath",
            "--class-path",
            "-p",
            "--module-path",
            "--upgrade-module-path",
            "--add-modules",
            "--limit-modules",
            "--add-reads",
            "--add-exports",
            "--add-opens",
            "--patch-module",
            "--enable-native-access"));

    private MainName() {}

    /**
     * From what the JVM tells, or else from its command line.
     *
     * @param command main class or jar with arguments; may be empty
     * @param line with the program first
     * @return empty if unknown
     */
    static String of(String command, List<String> line) {
        return command.isEmpty() ? of(line) : command.split(" ", 2)[0];
    }

    private static String of(List<String> line) {
        for (int i = 1; i < line.size(); i++) {
            String word = line.get(i);
            if (WITH_VALUE.contains(word)) {
                i++;
            } else if (!word.startsWith("-") && !word.startsWith("@")) {
                return word;
            }
        }
        return "";
    }
}
