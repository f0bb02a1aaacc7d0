package io.reloadagent.instrument;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The bytes of a class file, read one after the other without a copy. Confined to a thread. */
final class ClassBytes {

    private final byte[] bytes;
    private int position;

    ClassBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    int position() {
        return position;
    }

    int readByte() throws IOException {
        skip(1);
        return bytes[position - 1] & 0xFF;
    }

    int readShort() throws IOException {
        skip(2);
        return shortAt(position - 2);
    }

    int readInt() throws IOException {
        skip(4);
        return shortAt(position - 4) << 16 | shortAt(position - 2);
    }

    void skip(int count) throws IOException {
        if (count < 0 || count > bytes.length - position) {
            throw new IOException("the class file is cut off");
        }
        position += count;
    }

    /** Continues at a position where it was before. */
    ClassBytes from(int earlier) {
        ClassBytes other = new ClassBytes(bytes);
        other.position = earlier;
        return other;
    }

    /** Continues at a position that was found otherwise. */
    void continueAt(int offset) throws IOException {
        skip(offset - position);
    }

    int byteAt(int offset) {
        return bytes[offset];
    }

    int shortAt(int offset) {
        return (bytes[offset] & 0xFF) << 8 | (bytes[offset + 1] & 0xFF);
    }

    int intAt(int offset) {
        return shortAt(offset) << 16 | shortAt(offset + 2);
    }

    /** Whether these bytes stand at an offset, in a text of {@code length} bytes. */
    boolean isAt(int offset, int length, byte[] expected) {
        if (length != expected.length) {
            return false;
        }
        // From the end: descriptors of one package begin alike.
        for (int i = length - 1; i >= 0; i--) {
            if (bytes[offset + i] != expected[i]) {
                return false;
            }
        }
        return true;
    }

    /** The text whose length stands at an offset, in the JVM's modified UTF-8; nearly all are ASCII. */
    String text(int offset) throws IOException {
        int length = shortAt(offset);
        for (int i = offset + 2; i < offset + 2 + length; i++) {
            if (bytes[i] <= 0) {
                return new DataInputStream(new ByteArrayInputStream(bytes, offset, length + 2)).readUTF();
            }
        }
        return new String(bytes, offset + 2, length, StandardCharsets.ISO_8859_1);
    }
}
