package io.reloadagent.premain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * The classes that each start of an application needs, in one entry of the jar: to open, inflate and close an entry for each of
 * them would be a good part of what the agent adds to that start. Each has the length of its name in two bytes, the name, the length of
 * its class file in four, and the class file. Written by {@code src/build/StartClasses.java}. Immutable.
 */
final class StartClasses {

    static final String ENTRY = "inst/start.classes";

    private final Map<String, ByteBuffer> byName;

    private StartClasses(Map<String, ByteBuffer> byName) {
        this.byName = byName;
    }

    static StartClasses of(byte[] entry) {
        Map<String, ByteBuffer> byName = new HashMap<>(2_000);
        ByteBuffer all = ByteBuffer.wrap(entry);
        while (all.hasRemaining()) {
            int length = all.getShort();
            String name = new String(entry, all.position(), length, UTF_8);
            all.position(all.position() + length);
            int size = all.getInt();
            byName.put(name, ByteBuffer.wrap(entry, all.position(), size));
            all.position(all.position() + size);
        }
        return new StartClasses(byName);
    }

    /** A class file; null if it lies in the jar by itself. */
    ByteBuffer bytes(String name) {
        ByteBuffer bytes = byName.get(name);
        return bytes == null ? null : bytes.duplicate();
    }
}
