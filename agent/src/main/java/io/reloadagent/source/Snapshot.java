package io.reloadagent.source;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** The content of all sources at one moment, in order of precedence: later ones override earlier ones. Immutable. */
public final class Snapshot {

    private final List<Content> contents;
    private final String fingerprint;

    /** @param contents one a source, in order of precedence; copied; never null */
    public Snapshot(List<Content> contents) {
        this.contents = Collections.unmodifiableList(new ArrayList<>(contents));
        this.fingerprint = fingerprint(this.contents);
    }

    /** One content a source, in order of precedence; unmodifiable. */
    public List<Content> contents() {
        return contents;
    }

    /** SHA-256 over the names and bytes of all sources, 64 hexadecimal digits. Equal if and only if nothing differs. */
    public String fingerprint() {
        return fingerprint;
    }

    /**
     * Parses every source and merges them.
     *
     * @throws SourceException with the problems of all sources that are not well-formed
     */
    public Document parse() throws SourceException {
        List<Problem> problems = new ArrayList<>();
        Document merged = null;
        for (Content content : contents) {
            try {
                Document document = YamlFormat.parse(content);
                merged = merged == null ? document : merged.overlaidBy(document);
            } catch (SourceException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new SourceException(SourceException.Kind.INVALID, problems);
        }
        return merged == null ? Document.empty("no source") : merged;
    }

    private static String fingerprint(List<Content> contents) {
        MessageDigest digest = sha256();
        for (Content content : contents) {
            update(digest, content.name().getBytes(StandardCharsets.UTF_8));
            update(digest, content.raw());
        }
        StringBuilder hex = new StringBuilder(64);
        for (byte b : digest.digest()) {
            hex.append(Character.forDigit((b >> 4) & 15, 16)).append(Character.forDigit(b & 15, 16));
        }
        return hex.toString();
    }

    /** The length goes first, so that no two lists of contents run together into the same bytes. */
    private static void update(MessageDigest digest, byte[] bytes) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM lacks SHA-256, which every JVM must have", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Snapshot && fingerprint.equals(((Snapshot) other).fingerprint);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(fingerprint);
    }

    @Override
    public String toString() {
        return contents.toString();
    }
}
