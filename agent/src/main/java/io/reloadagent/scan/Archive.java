package io.reloadagent.scan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * The class files of an application: a jar, also one with jars in it as Spring Boot's, a war, a directory with classes and jars, or the
 * entries of a class path. Nothing of it is loaded, and no signature verified. Immutable; what it is read from may change meanwhile.
 */
public final class Archive {

    private final List<Path> roots;
    private final Limits limits;

    Archive(List<Path> roots, Limits limits) {
        this.roots = Collections.unmodifiableList(new ArrayList<>(roots));
        this.limits = limits;
    }

    /**
     * Chooses what to read.
     *
     * @param roots files and directories; of several with a class of one name, the first counts
     * @throws IOException if one of them is not there, or cannot be read
     */
    public static Archive of(List<Path> roots) throws IOException {
        for (Path root : roots) {
            if (!Files.exists(root)) {
                throw new NoSuchFileException(root.toString(), null, "there is no such file or directory");
            }
            if (!Files.isReadable(root)) {
                throw new IOException(root + ": cannot be read by this user");
            }
        }
        return new Archive(roots, Limits.DEFAULT);
    }

    /** Reads all classes once, those of the application before those of its libraries. */
    void read(ClassConsumer consumer, Notes notes) throws IOException {
        Reading reading = new Reading(consumer, notes, new Budget(limits));
        try {
            for (Path root : roots) {
                if (Files.isDirectory(root)) {
                    readDirectory(root, reading);
                } else {
                    new ZipArchive(root, reading).read(roots.size() == 1 || root.equals(roots.get(0)));
                }
            }
        } catch (LimitException e) {
            notes.end("it holds " + e.getMessage() + "; what is behind that was not read");
        }
    }

    private static void readDirectory(Path root, Reading reading) throws IOException {
        List<Path> archives = new ArrayList<>();
        boolean[] classes = {false};
        Files.walkFileTree(root, new SimpleFileVisitor<Path>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                reading.budget.addEntry();
                String name = root.relativize(file).toString().replace('\\', '/');
                if (Names.isVersioned(name)) {
                    reading.notes.addVersioned();
                } else if (Names.isClass(name)) {
                    classes[0] = true;
                    readFile(file, name, Part.ofApplication(root.toString()), reading);
                } else if (Names.isArchive(name) && Files.isRegularFile(file)) {
                    archives.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                reading.notes.skip(file.toString(), String.valueOf(failure.getMessage()));
                return FileVisitResult.CONTINUE;
            }
        });
        Collections.sort(archives);
        for (Path archive : archives) {
            new ZipArchive(archive, reading).readOfDirectory(!classes[0], archives.size() == 1);
        }
    }

    private static void readFile(Path file, String name, Part part, Reading reading) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            reading.take(part, name, in);
        } catch (LimitException e) {
            throw e;
        } catch (IOException e) {
            reading.notes.skip(file.toString(), String.valueOf(e.getMessage()));
        }
    }

    /** The names of what is read, for people. */
    @Override
    public String toString() {
        Path first = roots.get(0).getFileName();
        String name = Objects.toString(first == null ? roots.get(0) : first);
        return roots.size() == 1 ? name : name + " and " + (roots.size() - 1) + " more";
    }
}
