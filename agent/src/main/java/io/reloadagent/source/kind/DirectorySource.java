package io.reloadagent.source.kind;

import io.reloadagent.source.Content;
import io.reloadagent.source.FileFailures;
import io.reloadagent.source.FileSource;
import io.reloadagent.source.Format;
import io.reloadagent.source.Source;
import io.reloadagent.source.SourceException;
import io.reloadagent.source.format.Formats;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The files of a directory, {@code conf.d} say, in the order of their names: later ones override earlier ones. Directories in it, hidden
 * files and what editors leave behind are not looked at.
 */
public final class DirectorySource implements Source {

    private static final int MOST_FILES = 1_000;

    private final Path directory;
    private final String glob;
    private final PathMatcher matcher;
    private final Format format;

    /**
     * @param directory never null
     * @param glob which files, {@code *.yaml} say; null for those whose extension tells a format
     * @param format what they are written in; null for what their extensions tell
     * @throws java.util.regex.PatternSyntaxException if the glob is none
     */
    public DirectorySource(Path directory, String glob, Format format) {
        this.directory = directory;
        this.glob = glob;
        this.matcher = glob == null ? null : directory.getFileSystem().getPathMatcher("glob:" + glob);
        this.format = format;
    }

    @Override
    public List<Content> read() throws SourceException {
        List<Content> contents = new ArrayList<>();
        for (Path file : FileFailures.refuseDirectory(directory, this::files)) {
            try {
                Format its = VariablesFormat.forFile(format == null ? Formats.of(file) : format);
                contents.addAll(new FileSource(file, its).read());
            } catch (SourceException e) {
                boolean vanished =
                        e.kind() == SourceException.Kind.MISSING && !Files.exists(file, LinkOption.NOFOLLOW_LINKS);
                if (!vanished) {
                    throw e;
                }
            }
        }
        return contents;
    }

    /** The directory, and the files that are in it now, which may be links to elsewhere. */
    @Override
    public List<Path> watched() {
        List<Path> watched = new ArrayList<>();
        watched.add(directory);
        try {
            watched.addAll(files());
        } catch (IOException e) {
            return watched; // told by whoever reads it
        }
        return watched;
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                if (isMeant(entry) && !Files.isDirectory(entry)) {
                    files.add(entry);
                }
                if (files.size() > MOST_FILES) {
                    throw new IOException("more than " + MOST_FILES + " files");
                }
            }
        } catch (NotDirectoryException e) {
            throw new IOException("it is no directory; name a file with 'file:'", e);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        files.sort(Comparator.comparing(file -> file.getFileName().toString()));
        return files;
    }

    private boolean isMeant(Path file) {
        String name = file.getFileName().toString();
        boolean leftover = name.startsWith(".")
                || name.startsWith("#")
                || name.endsWith("~")
                || name.matches(".*\\.(bak|swp|tmp)");
        if (leftover) {
            return false;
        }
        return matcher == null ? format != null || hasKnownExtension(file, name) : matcher.matches(file.getFileName());
    }

    /** YAML is also what an extension that says nothing is taken for. */
    private static boolean hasKnownExtension(Path file, String name) {
        return Formats.of(file) != Formats.YAML || name.matches("(?i).+\\.ya?ml");
    }

    @Override
    public String toString() {
        return directory + "/" + (glob == null ? "" : glob);
    }
}
