package io.reloadagent.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The files of one history. A file is written beside its place and renamed: it is whole, or not there. Not thread-safe. */
final class EntryFiles {

    private static final String TEMPORARY = ".tmp";
    private static final String ASIDE = ".broken";

    private static final Set<OpenOption> NEW = new HashSet<>(
            Arrays.asList(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));

    /** Digits alone: the highest number that a version may have. */
    private static final String NUMBER = "number";

    private static final int LONGEST_NUMBER = 15;

    private final HeldDirectory held;
    private final Path directory;

    EntryFiles(HeldDirectory held) {
        this.held = held;
        this.directory = held.path();
    }

    /** What is there: sizes by name, and the rest. */
    static final class Listing {

        /** In bytes, by name, in order. */
        final TreeMap<EntryName, Long> sizes = new TreeMap<>();

        /** The highest number that an entry, whole or not, has been given; 0 if there is none. */
        long lastSequence;

        /** The highest version that an entry, whole or not, tells of; 0 if there is none. */
        long lastVersion;

        /** What a JVM was writing when it was killed. */
        final Set<Path> unfinished = new HashSet<>();

        /** Those of the names that are no regular files. */
        final List<EntryName> irregular = new ArrayList<>();

        /** How many files are not of the history. */
        int foreign;

        private void know(EntryName name) {
            lastSequence = Math.max(lastSequence, name.sequence());
            lastVersion = Math.max(lastVersion, name.version());
        }
    }

    Listing list() throws IOException {
        Listing listing = new Listing();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                add(file, listing);
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return listing;
    }

    private static void add(Path file, Listing listing) throws IOException {
        String text = file.getFileName().toString();
        EntryName name = EntryName.parse(text);
        if (name != null) {
            add(name, file, listing);
        } else if (text.endsWith(TEMPORARY) && isName(without(text, TEMPORARY))) {
            listing.unfinished.add(file);
        } else if (text.endsWith(ASIDE) && EntryName.parse(without(text, ASIDE)) != null) {
            listing.know(EntryName.parse(without(text, ASIDE)));
        } else if (!text.equals(DirectoryLock.NAME) && !text.equals(NUMBER)) {
            listing.foreign++;
        }
    }

    private static boolean isName(String text) {
        return text.equals(NUMBER) || EntryName.parse(text) != null;
    }

    private static void add(EntryName name, Path file, Listing listing) throws IOException {
        listing.know(name);
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException gone) {
            return; // somebody deletes old entries meanwhile
        }
        listing.sizes.put(name, attributes.size());
        if (!attributes.isRegularFile()) {
            listing.irregular.add(name);
        }
    }

    private static String without(String text, String end) {
        return text.substring(0, text.length() - end.length());
    }

    /**
     * Writes a file, in place of the one of that name if there is one.
     *
     * @throws IOException if it cannot be; what was there is there still
     */
    void write(EntryName name, byte[] bytes) throws IOException {
        write(name.toString(), bytes, step -> HaltPoint.reached(name, step));
    }

    /** Writes the highest number that a version may have, as {@link #write} does. */
    void writeNumber(long number) throws IOException {
        write(NUMBER, (number + "\n").getBytes(US_ASCII), step -> {});
    }

    private void write(String name, byte[] bytes, Consumer<String> reached) throws IOException {
        held.requireHeld();
        Path temporary = directory.resolve(name + TEMPORARY);
        Files.deleteIfExists(temporary);
        try {
            writeDurably(temporary, bytes, reached);
            reached.accept("synced");
            Files.move(temporary, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            reached.accept("renamed");
        } catch (Throwable failure) {
            discard(temporary, failure);
            throw failure;
        }
        syncDirectory();
    }

    private static void writeDurably(Path file, byte[] bytes, Consumer<String> reached) throws IOException {
        try (FileChannel channel = FileChannel.open(file, NEW, OwnerOnlyDirectory.FILE)) {
            reached.accept("created");
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            rest.limit(bytes.length / 2);
            write(rest, channel);
            reached.accept("half written");
            rest.limit(bytes.length);
            write(rest, channel);
            reached.accept("written");
            channel.force(true);
        }
    }

    private static void write(ByteBuffer bytes, FileChannel channel) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static void discard(Path temporary, Throwable because) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException stays) {
            because.addSuppressed(stays);
        }
    }

    /** Has the new name survive a loss of power, on systems that let a directory be opened for it. */
    private void syncDirectory() {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notOnThisSystem) {
            // The file is whole under one name or the other.
        }
    }

    /** The highest number that a version of an earlier JVM may have; 0 if no JVM has written one. */
    long readNumber() throws IOException {
        Path file = directory.resolve(NUMBER);
        if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
            return 0;
        }
        String text = new String(bytes(file, LONGEST_NUMBER + 2), US_ASCII);
        if (!text.matches("[0-9]{1," + LONGEST_NUMBER + "}\n")) {
            throw new UnreadableEntryException(file + " holds no number", null);
        }
        return Long.parseLong(text.trim());
    }

    Entry read(EntryName name) throws IOException {
        return EntryFormat.read(bytes(directory.resolve(name.toString()), EntryFormat.LARGEST));
    }

    private static byte[] bytes(Path file, int most) throws IOException {
        try {
            OwnerOnlyDirectory.checkFile(file);
        } catch (NoSuchFileException gone) {
            throw gone;
        } catch (IOException foreign) {
            throw new UnreadableEntryException(foreign.getMessage(), foreign);
        }
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = new byte[(int) Math.min(Files.size(file), most)];
            int read = 0;
            for (int more = 0; more >= 0 && read < bytes.length; more = in.read(bytes, read, bytes.length - read)) {
                read += more;
            }
            return Arrays.copyOf(bytes, read);
        }
    }

    void delete(EntryName name) throws IOException {
        held.requireHeld();
        Files.deleteIfExists(directory.resolve(name.toString()));
    }

    /** Keeps what cannot be used where it does no harm. */
    void putAside(EntryName name) throws IOException {
        held.requireHeld();
        Files.move(directory.resolve(name.toString()), directory.resolve(name + ASIDE), StandardCopyOption.ATOMIC_MOVE);
    }
}
