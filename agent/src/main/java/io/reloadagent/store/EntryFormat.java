package io.reloadagent.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.core.JsonGenerator;
import io.reloadagent.report.Json;
import io.reloadagent.source.Document;
import io.reloadagent.source.Path;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An entry as bytes: a line with the format's number, a line of JSON, and a line with the checksum of both. */
final class EntryFormat {

    /** In bytes. */
    static final int LARGEST = 16 * 1024 * 1024;

    private static final int NUMBER = 1;
    private static final Pattern FIRST_LINE = Pattern.compile("reload-agent history ([0-9]{1,9})\n");
    private static final int LONGEST_FIRST_LINE = 40;
    private static final int SUM_LENGTH = "sha256 ".length() + 64 + 1;

    private EntryFormat() {}

    /**
     * An entry's bytes.
     *
     * @throws IOException if it is too large
     */
    static byte[] write(Entry entry) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(("reload-agent history " + NUMBER + "\n").getBytes(US_ASCII));
        try (JsonGenerator json = PlainJson.generator(bytes)) {
            write(json, entry);
        }
        bytes.write('\n');
        bytes.write(sum(bytes.toByteArray(), bytes.size()));
        if (bytes.size() > LARGEST) {
            throw new IOException("an entry of " + (bytes.size() >> 20) + " MiB is larger than " + (LARGEST >> 20)
                    + " MiB, too large to be kept");
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, Entry entry) throws IOException {
        json.writeStartObject();
        json.writeFieldName("told");
        Json.write(json, entry.told());
        json.writeFieldName("secretPaths");
        Json.write(json, entry.secretPaths());
        write(json, "document", entry.document());
        write(json, "initial", entry.initial());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String name, Document document) throws IOException {
        if (document != null) {
            json.writeFieldName(name);
            new TreeWriter(json).write(document);
        }
    }

    /**
     * The entry that bytes hold.
     *
     * @throws UnreadableEntryException if they are not what {@link #write} wrote
     */
    static Entry read(byte[] bytes) throws UnreadableEntryException {
        int start = afterFirstLine(bytes);
        int end = bytes.length - SUM_LENGTH;
        if (end < start || !Arrays.equals(sum(bytes, end), Arrays.copyOfRange(bytes, end, bytes.length))) {
            throw new UnreadableEntryException("is cut off or damaged: its checksum is another", null);
        }
        try {
            return entry((Map<?, ?>) PlainJson.read(bytes, start, end - start));
        } catch (IOException | RuntimeException e) {
            throw new UnreadableEntryException("has a content that no agent wrote: " + e, e);
        }
    }

    private static int afterFirstLine(byte[] bytes) throws UnreadableEntryException {
        String beginning = new String(bytes, 0, Math.min(bytes.length, LONGEST_FIRST_LINE), US_ASCII);
        Matcher line = FIRST_LINE.matcher(beginning);
        if (!line.lookingAt()) {
            throw new UnreadableEntryException(
                    bytes.length == 0 ? "is empty" : "does not begin as a file of the history does", null);
        }
        if (Integer.parseInt(line.group(1)) > NUMBER) {
            throw UnreadableEntryException.newer(line.group(1));
        }
        return line.end();
    }

    private static Entry entry(Map<?, ?> plain) {
        @SuppressWarnings("unchecked") // JSON has no other keys
        Map<String, Object> told = (Map<String, Object>) plain.get("told");
        List<String> secretPaths = ((List<?>) plain.get("secretPaths"))
                .stream().map(path -> Path.of((String) path).toString()).collect(Collectors.toList());
        return new Entry(
                Collections.unmodifiableMap(told),
                document(plain.get("document")),
                document(plain.get("initial")),
                secretPaths);
    }

    private static Document document(Object plain) {
        return plain == null ? null : TreeReader.document((Map<?, ?>) plain);
    }

    private static byte[] sum(byte[] bytes, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, length);
            StringBuilder line = new StringBuilder("sha256 ");
            for (byte b : digest.digest()) {
                line.append(Character.forDigit(b >> 4 & 0xF, 16)).append(Character.forDigit(b & 0xF, 16));
            }
            return line.append('\n').toString().getBytes(US_ASCII);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
