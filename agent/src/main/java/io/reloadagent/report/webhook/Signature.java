package io.reloadagent.report.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Shows a receiver that an event comes from somebody who knows the secret, and is unchanged. Thread-safe. */
final class Signature {

    /** The header: {@code sha256=} and the HMAC-SHA256 of the body, in hexadecimal digits. */
    static final String HEADER = "Reload-Agent-Signature";

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST = 16;
    private static final int LONGEST = 4096;
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE);

    private final SecretKeySpec key;

    private Signature(SecretKeySpec key) {
        this.key = key;
    }

    /**
     * Takes the secret from a file, without white space around it. Links are followed: secrets are mounted as such.
     *
     * @throws IOException with a message for the operator, if it cannot be read or others can read it
     */
    static Signature from(Path file) throws IOException {
        try {
            return read(file);
        } catch (FileSystemException unreadable) {
            throw new IOException("webhook.secret-file cannot be read: " + unreadable, unreadable);
        }
    }

    private static Signature read(Path file) throws IOException {
        checkPermissions(file);
        if (Files.size(file) > LONGEST) {
            throw new IOException("webhook.secret-file " + file + " is longer than " + LONGEST + " bytes");
        }
        byte[] secret = new String(Files.readAllBytes(file), UTF_8).trim().getBytes(UTF_8);
        if (secret.length < SHORTEST) {
            throw new IOException("webhook.secret-file " + file + " holds less than " + SHORTEST + " characters");
        }
        return new Signature(new SecretKeySpec(secret, ALGORITHM));
    }

    private static void checkPermissions(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view == null) {
            return;
        }
        Set<PosixFilePermission> permissions = view.readAttributes().permissions();
        if (!Collections.disjoint(permissions, OTHERS)) {
            throw new IOException("webhook.secret-file " + file + " has the permissions "
                    + PosixFilePermissions.toString(permissions) + ": others may know the secret; chmod o-rw,g-w it");
        }
    }

    /** The header's value for a body. */
    String of(byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            StringBuilder text = new StringBuilder("sha256=");
            for (byte next : mac.doFinal(body)) {
                text.append(Character.forDigit((next >> 4) & 0xf, 16)).append(Character.forDigit(next & 0xf, 16));
            }
            return text.toString();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java lacks " + ALGORITHM + ", which every Java has", impossible);
        }
    }
}
