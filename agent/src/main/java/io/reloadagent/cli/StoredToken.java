package io.reloadagent.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.reloadagent.store.ProcessUser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The token that an agent has written, as one reads it who asks that agent: nothing is made here, and a file that others may
 * read is refused, as the agent refuses it. Root may read that of every user.
 */
final class StoredToken {

    private static final int READ_LIMIT = 1024;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]{32,512}=*");
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    private static final Set<OpenOption> READ =
            new HashSet<>(Arrays.asList(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
    private static final String ROOT = "root";

    private final Path file;

    StoredToken(Path file) {
        this.file = file.toAbsolutePath();
    }

    /**
     * The token.
     *
     * @throws WrongCallException if there is none that is surely secret; with nothing of the content
     */
    String read() throws WrongCallException {
        try {
            check(Files.readAttributes(file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
            String token = content();
            if (!TOKEN.matcher(token).matches()) {
                throw unusable("does not hold a token; name the file that the agent has written");
            }
            return token;
        } catch (NoSuchFileException missing) {
            throw unusable(
                    "does not exist; the agent's log tells in the line 'HTTP listens at' where its token is", missing);
        } catch (UnsupportedOperationException noPermissions) {
            throw unusable(
                    "is on a file system without POSIX permissions, so nobody knows who reads it", noPermissions);
        } catch (IOException unreadable) {
            throw unusable("cannot be read: " + unreadable, unreadable);
        }
    }

    private void check(PosixFileAttributes attributes) throws IOException, WrongCallException {
        if (attributes.isSymbolicLink()) {
            throw unusable("is a symbolic link; give its real path");
        }
        if (!attributes.isRegularFile()) {
            throw unusable("is not a regular file");
        }
        if (!OWNER_ONLY.containsAll(attributes.permissions())) {
            throw unusable("has the permissions " + PosixFilePermissions.toString(attributes.permissions())
                    + ": others may know the token; delete it and restart the agent for a new one");
        }
        UserPrincipal self = ProcessUser.of(file.getFileSystem());
        if (!attributes.owner().equals(self) && !self.getName().equals(ROOT)) {
            throw unusable("belongs to " + attributes.owner().getName() + ", but this process runs as " + self.getName()
                    + "; run it as the user whom the application runs as");
        }
    }

    private String content() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(READ_LIMIT);
        try (SeekableByteChannel channel = Files.newByteChannel(file, READ)) {
            int read = 0;
            while (read >= 0 && bytes.hasRemaining()) {
                read = channel.read(bytes);
            }
        }
        return new String(bytes.array(), 0, bytes.position(), ISO_8859_1).trim();
    }

    private WrongCallException unusable(String why) {
        return unusable(why, null);
    }

    private WrongCallException unusable(String why, Exception cause) {
        return new WrongCallException("token file " + file + " " + why, cause);
    }
}
