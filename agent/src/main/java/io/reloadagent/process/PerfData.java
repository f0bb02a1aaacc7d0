package io.reloadagent.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * What a HotSpot JVM tells of itself in the file {@code hsperfdata_USER/PID}: its texts, by name. The JDK's own {@code jps} reads the same
 * (jdk.internal.perf, version 2 of the format), but is not in every run-time. Immutable.
 */
final class PerfData {

    static final PerfData NONE = new PerfData(Collections.emptyMap());

    private static final int MAGIC = 0xcafec0c0;
    private static final int LITTLE_ENDIAN = 1;
    private static final int HEADER = 32;
    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_ENTRIES = 10_000;

    private final Map<String, String> texts;

    private PerfData(Map<String, String> texts) {
        this.texts = texts;
    }

    /**
     * Reads a file.
     *
     * @throws IOException if it cannot be read, or is none of these
     */
    static PerfData read(Path file) throws IOException {
        ByteBuffer data = ByteBuffer.allocate(MOST_BYTES);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            for (int read = 0; read >= 0 && data.hasRemaining(); ) {
                read = channel.read(data);
            }
        }
        data.flip();
        return parse(data, file.toString());
    }

    /** @param name of where it is from, for errors */
    static PerfData parse(ByteBuffer data, String name) throws IOException {
        if (data.limit() < HEADER || data.order(ByteOrder.BIG_ENDIAN).getInt(0) != MAGIC || data.get(5) != 2) {
            throw new IOException(name + " is not the data of a JVM");
        }
        data.order(data.get(4) == LITTLE_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        Map<String, String> texts = new HashMap<>();
        int begin = data.getInt(24);
        int count = Math.min(data.getInt(28), MOST_ENTRIES);
        try {
            for (int i = 0; i < count; i++) {
                int length = data.getInt(begin);
                if (length <= 0) {
                    break;
                }
                if (data.get(begin + 12) == 'B' && data.getInt(begin + 8) > 0) {
                    texts.put(text(data, begin + data.getInt(begin + 4)), text(data, begin + data.getInt(begin + 16)));
                }
                begin += length;
            }
        } catch (IndexOutOfBoundsException damaged) {
            throw new IOException(name + " is damaged", damaged);
        }
        return new PerfData(texts);
    }

    private static String text(ByteBuffer data, int begin) {
        int end = begin;
        while (data.get(end) != 0) {
            end++;
        }
        byte[] bytes = new byte[end - begin];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = data.get(begin + i);
        }
        return new String(bytes, UTF_8);
    }

    /** A text; empty if the JVM does not tell it. */
    String text(String name) {
        return texts.getOrDefault(name, "");
    }

    /** False if it says that it lets nobody attach; true if it says nothing. */
    boolean canBeAttached() {
        return !text("sun.rt.jvmCapabilities").startsWith("0");
    }
}
