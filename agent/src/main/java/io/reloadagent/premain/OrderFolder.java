package io.reloadagent.premain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;

/**
 * The folder in which the command line has written what it wants of this JVM, and in which it is answered: it belongs to the user of this
 * process, nobody else may look into it, and it is no symbolic link. So whatever is in it was written by that user, or by root. For one
 * thread.
 */
final class OrderFolder {

    private static final int MOST_BYTES = 64 << 10;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private final Path folder;
    private final String what;
    private final String arguments;

    private OrderFolder(Path folder, String text) {
        int end = text.indexOf('\n');
        this.folder = folder;
        this.what = end < 0 ? text : text.substring(0, end);
        this.arguments = end < 0 ? "" : text.substring(end + 1);
    }

    /**
     * Reads the order.
     *
     * @throws IOException if somebody else may have written it, it is too long, or there is none
     */
    static OrderFolder open(String name) throws IOException {
        Path folder = Paths.get(name);
        PosixFileAttributes attributes =
                Files.readAttributes(folder, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!folder.isAbsolute() || !attributes.isDirectory()) {
            throw new IOException(name + " is no directory's absolute name");
        }
        if (!attributes.owner().equals(self()) || !OWNER_ONLY.containsAll(attributes.permissions())) {
            throw new IOException(name + " is not a directory of this process's user alone");
        }
        return new OrderFolder(folder, new String(read(folder.resolve("order")), UTF_8));
    }

    private static UserPrincipal self() throws IOException {
        Path process = Paths.get("/proc/self");
        return Files.exists(process)
                ? Files.getOwner(process)
                : process.getFileSystem()
                        .getUserPrincipalLookupService()
                        .lookupPrincipalByName(System.getProperty("user.name"));
    }

    private static byte[] read(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(file + " is not a regular file");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ByteBuffer buffer = ByteBuffer.allocate(4096);
        try (SeekableByteChannel channel =
                Files.newByteChannel(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            while (channel.read(buffer) >= 0) {
                bytes.write(buffer.array(), 0, buffer.position());
                buffer.clear();
                if (bytes.size() > MOST_BYTES) {
                    throw new IOException(file + " is longer than " + MOST_BYTES + " bytes");
                }
            }
        }
        return bytes.toByteArray();
    }

    /** The order: one word. */
    String what() {
        return what;
    }

    /** What belongs to it; may be empty. */
    String arguments() {
        return arguments;
    }

    /** Answers, whole or not at all. */
    void answer(Told told) throws IOException {
        Path part = folder.resolve("result.part");
        Files.write(part, told.toString().getBytes(UTF_8), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        Files.move(part, folder.resolve("result"), StandardCopyOption.ATOMIC_MOVE);
    }
}
