package io.reloadagent.trigger;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What a request has to show. Keeps only the token's hash, and compares hashes in constant time, so that neither the
 * time nor a heap dump tells the token. Immutable.
 */
final class BearerToken {

    private static final String SCHEME = "bearer ";

    private final byte[] expected;

    BearerToken(String token) {
        expected = hash(token);
    }

    /**
     * Whether it is the right token.
     *
     * @param authorization the value of the header {@code Authorization}; may be null
     */
    boolean matches(String authorization) {
        return authorization != null
                && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && MessageDigest.isEqual(hash(authorization.substring(SCHEME.length())), expected);
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(ISO_8859_1));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("this Java lacks SHA-256, which every Java has to have", impossible);
        }
    }
}
