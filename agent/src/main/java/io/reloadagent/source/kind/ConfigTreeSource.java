package io.reloadagent.source.kind;

import io.reloadagent.source.Bound;
import io.reloadagent.source.Content;
import io.reloadagent.source.FileFailures;
import io.reloadagent.source.Origin;
import io.reloadagent.source.PlainText;
import io.reloadagent.source.Source;
import io.reloadagent.source.SourceException;
import io.reloadagent.source.WholeFile;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A directory with one file a value, as Kubernetes mounts ConfigMaps and Secrets: the file's name is the path, its content the value. Where
 * there is a link {@code ..data}, as in those mounts, all files are read from the one directory that it led to when reading began, so
 * that they belong together.
 */
public final class ConfigTreeSource implements Source {

    private static final String DATA = "..data";
    private static final int DEEPEST = 10;

    /** Files, and directories. */
    private static final int MOST = 10_000;

    private static final int ATTEMPTS = 3;

    /** Of directories that are watched for events; the rest is compared at every check interval. */
    private static final int MOST_WATCHED = 1_000;

    private final Path directory;
    private final EntriesFormat format;

    /** Those in it that the last reading found, at whatever depth, unless Kubernetes swaps them as a whole. */
    private volatile List<Path> within = Collections.emptyList();

    /** @param directory never null */
    public ConfigTreeSource(Path directory) {
        this.directory = directory;
        this.format = new EntriesFormat(
                false, PlainText::of, name -> Origin.of(directory.resolve(name).toString()));
    }

    @Override
    public List<Content> read() throws SourceException {
        byte[] bytes = FileFailures.refuseDirectory(directory, () -> Entries.encode(files(ATTEMPTS)));
        return Collections.singletonList(new Content(directory.toString(), format, bytes, null));
    }

    @Override
    public List<Path> watched() {
        List<Path> watched = new ArrayList<>();
        watched.add(directory);
        watched.addAll(within);
        return watched;
    }

    private Map<String, byte[]> files(int attempts) throws IOException {
        Path data = target();
        try {
            Tree tree = new Tree();
            tree.read(data, "", DEEPEST);
            within = data.equals(directory) ? tree.within : Collections.emptyList();
            return tree.files;
        } catch (NoSuchFileException e) {
            boolean swapped = attempts > 1 && !target().equals(data);
            if (swapped) {
                return files(attempts - 1);
            }
            throw e;
        }
    }

    private Path target() throws IOException {
        Path data = directory.resolve(DATA);
        return Files.isSymbolicLink(data) ? data.toRealPath() : directory;
    }

    @Override
    public String toString() {
        return directory + "/";
    }

    /** One reading of all files. */
    private static final class Tree {

        private final Map<String, byte[]> files = new TreeMap<>();
        private final List<Path> within = new ArrayList<>();
        private long left = Bound.BYTES.most();
        private int directories;

        /** Links may lead to one directory in many ways, and each is gone. */
        void read(Path in, String above, int depth) throws IOException {
            if (++directories > MOST) {
                throw new IOException(
                        "more than " + MOST + " directories in it, each counted as often as links lead to it");
            }
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(in)) {
                for (Path entry : entries) {
                    String name = entry.getFileName().toString();
                    if (name.startsWith(".")) {
                        continue;
                    }
                    if (Files.isDirectory(entry)) {
                        descend(entry, above + name + "/", depth);
                    } else {
                        add(above + name, WholeFile.read(entry, Bound.BYTES));
                    }
                }
            } catch (NotDirectoryException e) {
                throw new IOException("it is no directory; name a file with 'file:'", e);
            } catch (DirectoryIteratorException e) {
                throw e.getCause();
            }
        }

        private void descend(Path directory, String above, int depth) throws IOException {
            if (depth == 0) {
                throw new IOException("directories in one another more than " + DEEPEST + " deep");
            }
            if (within.size() < MOST_WATCHED) {
                within.add(directory);
            }
            read(directory, above, depth - 1);
        }

        private void add(String name, WholeFile file) throws IOException {
            left -= file.bytes().length;
            if (left < 0 || files.size() >= MOST) {
                throw new IOException("more than " + MOST + " files in it, or " + Bound.BYTES);
            }
            files.put(name, file.bytes());
        }
    }
}
