package io.reloadagent.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** A file that the operator has put, and that others must not know or change. Links are followed: secrets are mounted as such. Immutable. */
public final class SecretFile {

    private static final int LONGEST = 1 << 20;
    private static final int LONGEST_PASSWORD = 1024;

    private static final Set<PosixFilePermission> CHANGE =
            EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
    private static final Set<PosixFilePermission> KNOW = EnumSet.of(
            PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE);
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rwx------");

    private final String setting;
    private final Path file;

    /** @param setting or option that names the file */
    public SecretFile(String setting, Path file) {
        this.setting = setting;
        this.file = file.toAbsolutePath();
    }

    /**
     * What is no secret, and nobody else may change.
     *
     * @throws IOException with a message for the operator, with nothing of the content
     */
    public byte[] readPublic() throws IOException {
        return read(CHANGE, "others could change it; chmod go-w " + file);
    }

    /**
     * What the group may know.
     *
     * @throws IOException with a message for the operator, with nothing of the content
     */
    public byte[] read() throws IOException {
        return read(KNOW, "others could use its key; chmod o-rw,g-w " + file);
    }

    /**
     * What nobody but the owner may know: one line.
     *
     * @throws IOException with a message for the operator, with nothing of the content
     */
    public char[] readPassword() throws IOException {
        byte[] bytes =
                read(EnumSet.complementOf(EnumSet.copyOf(OWNER)), "others may know the password; chmod 600 " + file);
        if (bytes.length > LONGEST_PASSWORD) {
            throw new IOException(this + " is longer than " + LONGEST_PASSWORD + " bytes");
        }
        String text = new String(bytes, UTF_8);
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(0, end).toCharArray();
    }

    private byte[] read(Set<PosixFilePermission> forbidden, String why) throws IOException {
        try {
            PosixFileAttributes attributes = Files.readAttributes(file, PosixFileAttributes.class);
            if (!attributes.isRegularFile() || attributes.size() > LONGEST) {
                throw new IOException(this + " is no file of at most " + (LONGEST >> 20) + " MiB");
            }
            if (!Collections.disjoint(attributes.permissions(), forbidden)) {
                throw new IOException(this + " has the permissions "
                        + PosixFilePermissions.toString(attributes.permissions()) + ": " + why);
            }
            return Files.readAllBytes(file);
        } catch (UnsupportedOperationException noPermissions) {
            throw new IOException(
                    this + " is on a file system without POSIX permissions, so nobody knows who reads it",
                    noPermissions);
        } catch (FileSystemException unreadable) {
            throw new IOException(this + " cannot be read: " + unreadable, unreadable);
        }
    }

    @Override
    public String toString() {
        return setting + " " + file;
    }
}
