package io.reloadagent.trigger;

import io.reloadagent.store.ProcessUser;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * A file that only the user of this process can have read and written: neither it nor its directory is a symbolic link,
 * the file has no permission for others, and in its directory others cannot write. What stands above the directory is
 * the operator's business.
 *
 * <p>Permissions are those of POSIX. File systems without them (Windows) are refused, as nothing here could tell who
 * reads a file there.
 */
final class PrivatePlace {

    private static final Set<PosixFilePermission> WRITE_BY_OTHERS =
            EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    private static final String ROOT = "root";

    private final Path file;
    private final Path directory;

    /** The place of a file, given by its absolute path. */
    PrivatePlace(Path file) throws IOException {
        this.file = file;
        this.directory = file.getParent();
        if (directory == null) {
            throw new IOException("token file " + file + " is not the name of a file");
        }
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            throw new IOException("token file " + file + " is on a file system without POSIX permissions, so it cannot"
                    + " be kept secret; reload by file or JMX instead");
        }
    }

    /** Makes the directory, for its owner alone, if it does not exist. */
    void prepareDirectory() throws IOException {
        if (Files.notExists(directory, LinkOption.NOFOLLOW_LINKS)) {
            createDirectory();
        }
        PosixFileAttributes attributes = attributes(directory);
        if (attributes.isSymbolicLink() || !attributes.isDirectory()) {
            throw new IOException("token file " + file + ": " + directory + " is a symbolic link or no directory; give"
                    + " http.token-file by its real path");
        }
        if (!Collections.disjoint(attributes.permissions(), WRITE_BY_OTHERS)) {
            throw new IOException(
                    "token file " + file + ": others can write into its directory; chmod go-w " + directory);
        }
        if (!attributes.owner().getName().equals(ROOT)) {
            checkOwner(directory, attributes.owner());
        }
    }

    private void createDirectory() throws IOException {
        try {
            Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        } catch (FileSystemException failure) {
            throw new IOException("token file " + file + ": its directory cannot be made: " + failure, failure);
        }
    }

    /** To be called before the file is read. */
    void checkFile() throws IOException {
        PosixFileAttributes attributes = attributes(file);
        if (attributes.isSymbolicLink()) {
            throw new IOException("token file " + file + " is a symbolic link; give http.token-file by its real path");
        }
        if (!attributes.isRegularFile()) {
            throw new IOException("token file " + file + " is not a regular file");
        }
        checkOwner(file, attributes.owner());
        if (!OWNER_ONLY.containsAll(attributes.permissions())) {
            throw new IOException("token file " + file + " has the permissions "
                    + PosixFilePermissions.toString(attributes.permissions())
                    + ": others may know the token; delete it for a new one, or chmod 600 " + file);
        }
    }

    private static PosixFileAttributes attributes(Path path) throws IOException {
        return Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    private void checkOwner(Path path, UserPrincipal owner) throws IOException {
        UserPrincipal self = ProcessUser.of(file.getFileSystem());
        if (!owner.equals(self)) {
            throw new IOException("token file " + file + ": " + path + " belongs to " + owner.getName()
                    + ", but this process runs as " + self.getName());
        }
    }
}
