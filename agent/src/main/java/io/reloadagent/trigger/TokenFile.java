package io.reloadagent.trigger;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/**
 * The file with the token that clients have to show. If there is none it is made, with 256 random bits, for its owner
 * alone. If anybody else could have read or put it, it is refused and not mended: the operator has to know.
 */
public final class TokenFile {

    private static final int TOKEN_BYTES = 32;
    private static final int READ_LIMIT = 1024;
    /** What RFC 6750 allows in a bearer token, and not too short. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]{32,512}=*");

    private static final Set<OpenOption> NEW =
            new HashSet<>(Arrays.asList(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    private static final Set<OpenOption> READ =
            new HashSet<>(Arrays.asList(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));

    private static final int ATTEMPTS = 10;
    private static final long ATTEMPT_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Path file;

    /** A token file; nothing is read yet. */
    public TokenFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /** The file that the setting {@code http.token-file} names; empty: {@code .reload-agent/token} in the user's home. */
    public static TokenFile at(String setting) {
        return new TokenFile(
                setting.isEmpty()
                        ? Paths.get(System.getProperty("user.home"), ".reload-agent", "token")
                        : Paths.get(setting));
    }

    /**
     * The token, after making file and directory if there were none.
     *
     * @throws IOException with a message for the operator if there is no token that is surely secret; the message has
     *     nothing of the token in it
     */
    public String read() throws IOException {
        PrivatePlace place = new PrivatePlace(file);
        place.prepareDirectory();
        if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
            create();
        }
        place.checkFile();
        return content();
    }

    private void create() throws IOException {
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random) + "\n";
        try (SeekableByteChannel channel = Files.newByteChannel(
                file, NEW, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            Channels.newOutputStream(channel).write(token.getBytes(ISO_8859_1));
        } catch (FileAlreadyExistsException otherJvm) {
            // Another JVM was faster: its token is the one, and is checked and read like any other.
        }
    }

    /** Tries again for a moment: another JVM may have created the file and not yet written it. */
    private String content() throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            String token = firstBytes().trim();
            if (TOKEN.matcher(token).matches()) {
                return token;
            }
            LockSupport.parkNanos(ATTEMPT_NANOS);
        }
        throw new IOException("token file " + file + " does not hold a token of 32 or more letters and digits; delete"
                + " it, and the agent makes a new one at its next start");
    }

    private String firstBytes() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(READ_LIMIT);
        try (SeekableByteChannel channel = Files.newByteChannel(file, READ)) {
            int read = 0;
            while (read >= 0 && bytes.hasRemaining()) {
                read = channel.read(bytes);
            }
        }
        return new String(bytes.array(), 0, bytes.position(), ISO_8859_1);
    }

    /** The path, which is no secret. */
    @Override
    public String toString() {
        return file.toString();
    }
}
