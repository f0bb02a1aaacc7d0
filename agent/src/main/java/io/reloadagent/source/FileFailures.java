package io.reloadagent.source;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Says what is wrong with a file, or a directory, that cannot be read. */
public final class FileFailures {

    private FileFailures() {}

    /**
     * Something that reads a file.
     *
     * @param <T> what it makes of it
     */
    public interface Reading<T> {
        /** Reads; throws what reading throws. */
        T read() throws IOException;
    }

    /**
     * Reads a file.
     *
     * @throws SourceException if that fails: MISSING if it does not exist, INVALID if it is too large, else UNREADABLE
     */
    public static <T> T refuse(Path file, Reading<T> reading) throws SourceException {
        return refuse("file", file, reading);
    }

    /** Reads a directory, as {@link #refuse} reads a file; what is wrong with it is said of a directory. */
    public static <T> T refuseDirectory(Path directory, Reading<T> reading) throws SourceException {
        return refuse("directory", directory, reading);
    }

    private static <T> T refuse(String what, Path file, Reading<T> reading) throws SourceException {
        try {
            return reading.read();
        } catch (NoSuchFileException e) {
            throw refused(SourceException.Kind.MISSING, what, file, "does not exist");
        } catch (AccessDeniedException e) {
            throw refused(
                    SourceException.Kind.UNREADABLE,
                    what,
                    file,
                    "cannot be read: permission denied to the user of this process");
        } catch (WholeFile.NotUsableException e) {
            SourceException.Kind kind = e.isTooLarge() ? SourceException.Kind.INVALID : SourceException.Kind.UNREADABLE;
            throw refused(kind, what, file, e.getMessage());
        } catch (IOException e) {
            throw refused(SourceException.Kind.UNREADABLE, what, file, "cannot be read: " + e);
        }
    }

    private static SourceException refused(SourceException.Kind kind, String what, Path file, String message) {
        return new SourceException(kind, new Problem(null, null, what + " " + file + " " + message));
    }
}
