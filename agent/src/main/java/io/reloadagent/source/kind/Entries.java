package io.reloadagent.source.kind;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Names with their values, as the bytes of a content, and back. */
final class Entries {

    private Entries() {}

    static byte[] encode(Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                write(entry.getKey().getBytes(StandardCharsets.UTF_8), out);
                write(entry.getValue(), out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    /** The same for values that are texts. */
    static byte[] encodeTexts(Map<String, String> texts) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        texts.forEach((name, text) -> entries.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return encode(entries);
    }

    /** A value that {@link #encodeTexts} wrote. */
    static String text(byte[] value) {
        return new String(value, StandardCharsets.UTF_8);
    }

    private static void write(byte[] part, DataOutputStream out) throws IOException {
        out.writeInt(part.length);
        out.write(part);
    }

    static Map<String, byte[]> decode(ByteBuffer content) {
        byte[] bytes = new byte[content.remaining()];
        content.get(bytes);
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            while (in.available() > 0) {
                String name = text(read(in));
                entries.put(name, read(in));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("written by encode, so it is whole", e);
        }
        return entries;
    }

    private static byte[] read(DataInputStream in) throws IOException {
        byte[] part = new byte[in.readInt()];
        in.readFully(part);
        return part;
    }
}
