package io.reloadagent.report;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Renames a file that has grown too long: {@code audit.log} to {@code audit.log.1}, that to {@code audit.log.2}, and so on;
 * the oldest goes. Immutable.
 */
final class Rotation {

    private final Path file;
    private final long maxBytes;
    private final int maxFiles;

    /** @param maxFiles in all; 1 to begin anew without keeping any */
    Rotation(Path file, long maxBytes, int maxFiles) {
        this.file = file;
        this.maxBytes = maxBytes;
        this.maxFiles = maxFiles;
    }

    /**
     * Renames the file if so many bytes more would be too many.
     *
     * @throws IOException also if there is something else of that name: whoever opens a pipe that nobody reads waits for ever
     */
    void makeRoomFor(int bytes) throws IOException {
        BasicFileAttributes now = attributes();
        if (now == null) {
            return;
        }
        if (!now.isRegularFile()) {
            throw new FileSystemException(file.toString(), null, "it is no regular file, and nothing else is written");
        }
        if (now.size() > 0 && now.size() + bytes > maxBytes) {
            shift();
        }
    }

    /** Null if there is none. */
    private BasicFileAttributes attributes() throws IOException {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException none) {
            return null;
        }
    }

    private void shift() throws IOException {
        Files.deleteIfExists(number(maxFiles - 1));
        for (int i = maxFiles - 2; i >= 0; i--) {
            if (Files.exists(number(i), LinkOption.NOFOLLOW_LINKS)) {
                Files.move(number(i), number(i + 1), StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    private Path number(int number) {
        return number == 0 ? file : file.resolveSibling(file.getFileName() + "." + number);
    }
}
