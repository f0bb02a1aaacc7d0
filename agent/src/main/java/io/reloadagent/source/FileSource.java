package io.reloadagent.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** One file, read whole, if it is one and of a sane size. */
public final class FileSource implements Source {

    /** The most that is read of one file. */
    public static final int MAX_BYTES = 10 * 1024 * 1024;

    private final Path file;
    private final Format format;

    /**
     * @param file never null
     * @param format what it is written in; never null
     */
    public FileSource(Path file, Format format) {
        this.file = Objects.requireNonNull(file, "file");
        this.format = Objects.requireNonNull(format, "format");
    }

    @Override
    public List<Content> read() throws SourceException {
        return Collections.singletonList(content());
    }

    @Override
    public List<Path> watched() {
        return Collections.singletonList(file);
    }

    private Content content() throws SourceException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                String what = attributes.isDirectory() ? "is a directory" : "is not a regular file";
                throw refused(SourceException.Kind.UNREADABLE, what + "; name a file");
            }
            if (attributes.size() > MAX_BYTES) {
                throw tooLarge();
            }
            return new Content(file.toString(), format, bytes((int) attributes.size()), attributes.lastModifiedTime());
        } catch (NoSuchFileException e) {
            throw refused(SourceException.Kind.MISSING, "does not exist");
        } catch (AccessDeniedException e) {
            throw refused(
                    SourceException.Kind.UNREADABLE, "cannot be read: permission denied to the user of this process");
        } catch (IOException e) {
            throw refused(SourceException.Kind.UNREADABLE, "cannot be read: " + e);
        }
    }

    /** Reads to the end, wherever that is by now, but not beyond the limit. */
    private byte[] bytes(int expected) throws IOException, SourceException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(expected + 1);
        byte[] chunk = new byte[64 * 1024];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                bytes.write(chunk, 0, read);
                if (bytes.size() > MAX_BYTES) {
                    throw tooLarge();
                }
            }
        }
        return bytes.toByteArray();
    }

    private SourceException tooLarge() {
        return refused(SourceException.Kind.INVALID, "is larger than " + MAX_BYTES / (1024 * 1024) + " MiB; split it");
    }

    private SourceException refused(SourceException.Kind kind, String message) {
        return new SourceException(kind, new Problem(null, null, "file " + file + " " + message));
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
