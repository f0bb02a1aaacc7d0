package io.reloadagent.benchmarks.loading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Chooses the classes that {@link LoadingMain} loads: as many of the libraries' as are asked for, from all jars alike, and
 * only such as can be loaded and linked with what is there. Libraries refer to many others that an application may lack.
 */
public final class ClassList {

    private ClassList() {}

    /** The folder of the jars, which are on the class path, too; how many classes; the file to write. */
    public static void main(String[] arguments) throws IOException {
        List<String> loadable = new ArrayList<>();
        for (Path jar : jars(Path.of(arguments[0]))) {
            for (String name : classes(jar)) {
                if (canLink(name)) {
                    loadable.add(name);
                }
            }
        }
        int count = Integer.parseInt(arguments[1]);
        if (loadable.size() < count) {
            throw new IOException("only " + loadable.size() + " classes can be loaded, not " + count);
        }
        List<String> chosen = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            chosen.add(loadable.get((int) ((long) i * loadable.size() / count)));
        }
        Files.write(Path.of(arguments[2]), chosen);
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> classes(Path jar) throws IOException {
        List<String> names = new ArrayList<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            for (Enumeration<JarEntry> entries = file.entries(); entries.hasMoreElements(); ) {
                String entry = entries.nextElement().getName();
                if (entry.endsWith(".class") && !entry.startsWith("META-INF/") && !entry.endsWith("-info.class")) {
                    names.add(entry.substring(0, entry.length() - ".class".length())
                            .replace('/', '.'));
                }
            }
        }
        return names;
    }

    private static boolean canLink(String name) {
        try {
            return LoadingMain.load(name) >= 0;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
