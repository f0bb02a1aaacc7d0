package io.reloadagent.scan;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.Opcodes;

/** One pass through the classes: each name is taken once, and what cannot be read is noted. By one thread. */
final class Reading {

    private static final int MAGIC = 0xCAFEBABE;
    private static final int HEADER = 10;

    final Notes notes;
    final Budget budget;
    private final ClassConsumer consumer;
    private final Set<String> taken = new HashSet<>();

    Reading(ClassConsumer consumer, Notes notes, Budget budget) {
        this.consumer = consumer;
        this.notes = notes;
        this.budget = budget;
    }

    /** Reads a class file; the stream stays open. */
    void take(Part part, String entry, InputStream in) throws IOException {
        byte[] bytes = budget.read(in, budget.limits.bytesOfClass);
        if (bytes == null) {
            notes.skip(entry, "it has more than " + budget.limits.bytesOfClass + " bytes, as no class file has");
            return;
        }
        try {
            ClassReader reader = reader(bytes);
            if (taken.add(reader.getClassName())) {
                consumer.accept(part, reader);
            } else {
                notes.addDuplicate();
            }
        } catch (RuntimeException | StackOverflowError malformed) {
            notes.skip(entry, "it is no class file that can be read (" + malformed + ")");
        }
    }

    /** A class file that is newer than the library is read as the newest that it knows: what is asked for has not changed since Java 1. */
    private static ClassReader reader(byte[] bytes) {
        if (bytes.length < HEADER || intAt(bytes, 0) != MAGIC) {
            throw new IllegalArgumentException("it does not begin as one");
        }
        int version = (bytes[6] & 0xFF) << 8 | (bytes[7] & 0xFF);
        if (version > Opcodes.V21) {
            bytes[6] = 0;
            bytes[7] = Opcodes.V21;
        }
        return new ClassReader(bytes);
    }

    private static int intAt(byte[] bytes, int offset) {
        return (bytes[offset] & 0xFF) << 24
                | (bytes[offset + 1] & 0xFF) << 16
                | (bytes[offset + 2] & 0xFF) << 8
                | (bytes[offset + 3] & 0xFF);
    }
}
