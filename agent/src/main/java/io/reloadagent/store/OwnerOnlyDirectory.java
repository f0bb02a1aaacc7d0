package io.reloadagent.store;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;

/**
 * A directory in which nobody but the user of this process (and root) can read or write: it belongs to that user, has no permission for
 * others and is no symbolic link. What stands above it is the operator's business. Where there are no POSIX permissions it is refused.
 */
final class OwnerOnlyDirectory {

    static final FileAttribute<?> FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private OwnerOnlyDirectory() {}

    /**
     * Makes the directory if there is none, with those above it.
     *
     * @throws IOException with a message for the operator if others may have to do with it
     */
    static void prepare(Path directory) throws IOException {
        if (!directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            throw new IOException(
                    directory + " is on a file system without POSIX permissions, so it cannot be kept from others");
        }
        if (Files.notExists(directory, LinkOption.NOFOLLOW_LINKS)) {
            create(directory);
        }
        check(directory);
    }

    private static void create(Path directory) throws IOException {
        try {
            Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        } catch (FileSystemException failure) {
            throw new IOException(directory + " cannot be made: " + failure, failure);
        }
    }

    /** @throws IOException with a message for the operator if there is none, or others may have to do with it */
    static void check(Path directory) throws IOException {
        PosixFileAttributes attributes = attributes(directory);
        if (attributes.isSymbolicLink() || !attributes.isDirectory()) {
            throw new IOException(directory + " is a symbolic link or no directory; give history.dir by its real path");
        }
        UserPrincipal self = ProcessUser.of(directory.getFileSystem());
        if (!attributes.owner().equals(self)) {
            throw new IOException(directory + " belongs to "
                    + attributes.owner().getName() + ", but this process runs as " + self.getName());
        }
        if (!OWNER_ONLY.containsAll(attributes.permissions())) {
            throw new IOException(directory + " has the permissions "
                    + PosixFilePermissions.toString(attributes.permissions()) + "; chmod 700 " + directory);
        }
    }

    /** Whether a file in it is one that only the owner can have written, and can be opened without waiting for anybody. */
    static void checkFile(Path file) throws IOException {
        PosixFileAttributes attributes = attributes(file);
        if (!attributes.isRegularFile()) {
            throw new IOException("is not a regular file");
        }
        if (!attributes.owner().equals(ProcessUser.of(file.getFileSystem()))) {
            throw new IOException("belongs to " + attributes.owner().getName());
        }
        if (!OWNER_ONLY.containsAll(attributes.permissions())) {
            throw new IOException("has the permissions " + PosixFilePermissions.toString(attributes.permissions())
                    + ", so that others may have written it; to use it, chmod 600 and give it its name back");
        }
    }

    private static PosixFileAttributes attributes(Path path) throws IOException {
        return Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }
}
