package io.reloadagent.instrument;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The jars and folders of the system class loader, in its order. A class's file is found here several times faster than as a
 * resource of the loader, which asks its parents, makes a URL and connects to it. What is not found here may still be a
 * resource of the loader: other agents add to its path. Its parents may have a file of the same name; they would define
 * classes that are not the application's, and have no dynamic fields. Thread-safe.
 */
public final class ClassPath implements Closeable {

    /** Whose path it is; null if it is not known. */
    private final ClassLoader loader;

    /** Entries that were not opened so far, the next one last. Guarded by this. */
    private final List<File> unopened;

    /** Guarded by this. */
    private final List<ClassPathEntry> opened = new ArrayList<>();

    /** Of this path, so that jars which name each other are opened once. Guarded by this. */
    private final Set<File> seen = new HashSet<>();

    private ClassPath(ClassLoader loader, List<File> unopened) {
        this.loader = loader;
        this.unopened = unopened;
    }

    /** Nothing is found in it. */
    public static ClassPath unknown() {
        return new ClassPath(null, new ArrayList<>());
    }

    /**
     * That of the system class loader as the JVM started with it. To be called before the application runs, which may change
     * the system properties that tell it. Unknown where modules are on a path of their own, as they hide what is on
     * this one, and where the loader is not the JDK's.
     */
    public static ClassPath ofSystemLoader() {
        ClassLoader loader = ClassLoader.getSystemClassLoader();
        String path = System.getProperty("java.class.path", "");
        boolean known = loader.getClass().getName().endsWith("$AppClassLoader")
                && JdkClasses.includes(loader.getClass().getName().replace('.', '/'))
                && System.getProperty("jdk.module.path") == null
                && System.getProperty("jdk.module.upgrade.path") == null;
        return known ? of(loader, path) : unknown();
    }

    static ClassPath of(ClassLoader loader, String path) {
        List<File> entries = new ArrayList<>();
        for (int end = path.length(); end >= 0; ) {
            int begin = path.lastIndexOf(File.pathSeparatorChar, end - 1) + 1;
            entries.add(new File(path.substring(begin, end))); // an empty one is the current folder
            end = begin - 1;
        }
        return new ClassPath(loader, entries);
    }

    /**
     * Reads a file, {@code com/acme/Main.class}.
     *
     * @return null if it is not found here: the loader may find it nevertheless
     * @throws IOException if it cannot be read
     */
    byte[] read(String name, ClassLoader reader) throws IOException {
        if (reader != loader || loader == null) {
            return null;
        }
        synchronized (this) {
            for (int i = 0; i < opened.size() || openNext(); i++) {
                byte[] bytes = opened.get(i).read(name);
                if (bytes != null) {
                    return bytes;
                }
            }
            return null;
        }
    }

    /** Passes entries that are no jar or folder, as the JVM does; false at the end. */
    private boolean openNext() throws IOException {
        while (!unopened.isEmpty()) {
            File file = unopened.remove(unopened.size() - 1);
            if (seen.add(file.getAbsoluteFile())) {
                ClassPathEntry entry = ClassPathEntry.open(file);
                if (entry != null) {
                    opened.add(entry);
                    List<File> named = entry.classPath();
                    for (int i = named.size() - 1; i >= 0; i--) {
                        unopened.add(named.get(i));
                    }
                    return true;
                }
            }
        }
        return false;
    }

    /** Closes the jars. What is read afterwards is not found. */
    @Override
    public synchronized void close() throws IOException {
        unopened.clear();
        for (ClassPathEntry entry : opened) {
            entry.close();
        }
        opened.clear();
    }
}
