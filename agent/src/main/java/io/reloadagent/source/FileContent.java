package io.reloadagent.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Reads one file whole, if it is one and of a sane size. */
final class FileContent {

    static final int MAX_BYTES = 10 * 1024 * 1024;

    private FileContent() {}

    static Content read(Path file) throws SourceException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                String what = attributes.isDirectory() ? "is a directory" : "is not a regular file";
                throw refused(SourceException.Kind.UNREADABLE, file, what + "; name a file");
            }
            if (attributes.size() > MAX_BYTES) {
                throw tooLarge(file);
            }
            return new Content(file.toString(), bytes(file, (int) attributes.size()));
        } catch (NoSuchFileException e) {
            throw refused(SourceException.Kind.MISSING, file, "does not exist");
        } catch (AccessDeniedException e) {
            throw refused(
                    SourceException.Kind.UNREADABLE,
                    file,
                    "cannot be read: permission denied to the user of this process");
        } catch (IOException e) {
            throw refused(SourceException.Kind.UNREADABLE, file, "cannot be read: " + e);
        }
    }

    /** Reads to the end, wherever that is by now, but not beyond the limit. */
    private static byte[] bytes(Path file, int expected) throws IOException, SourceException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(expected + 1);
        byte[] chunk = new byte[64 * 1024];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                bytes.write(chunk, 0, read);
                if (bytes.size() > MAX_BYTES) {
                    throw tooLarge(file);
                }
            }
        }
        return bytes.toByteArray();
    }

    private static SourceException tooLarge(Path file) {
        return refused(
                SourceException.Kind.INVALID, file, "is larger than " + MAX_BYTES / (1024 * 1024) + " MiB; split it");
    }

    private static SourceException refused(SourceException.Kind kind, Path file, String message) {
        return new SourceException(kind, new Problem(null, null, "file " + file + " " + message));
    }
}
