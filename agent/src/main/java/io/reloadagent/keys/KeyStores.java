package io.reloadagent.keys;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;

/** Reads the files that hold keys and certificates: PKCS12, JKS, and PEM for certificates. */
public final class KeyStores {

    private static final byte[] JKS = {(byte) 0xfe, (byte) 0xed, (byte) 0xfe, (byte) 0xed};
    private static final String PEM = "-----BEGIN CERTIFICATE-----";

    private KeyStores() {}

    /**
     * What a file holds.
     *
     * @param password null for none
     * @param what the file, for messages
     * @throws IOException with a message for the operator
     */
    public static KeyStore load(byte[] content, char[] password, String what) throws IOException {
        if (content.length == 0) {
            throw new IOException(what + " is empty");
        }
        String type = type(content);
        try {
            if (type.equals("PEM")) {
                return certificates(content);
            }
            KeyStore store = KeyStore.getInstance(type);
            store.load(new ByteArrayInputStream(content), password);
            return store;
        } catch (GeneralSecurityException | IOException unusable) {
            String with = password == null ? "" : " with its password";
            throw new IOException(what + " cannot be read" + with + " as " + type + ": " + unusable, unusable);
        }
    }

    /**
     * The certificates that a file holds.
     *
     * @param password null for none
     * @param what the file, for messages
     * @throws IOException with a message for the operator, also if there are none
     */
    public static KeyStore loadTrusted(byte[] content, char[] password, String what) throws IOException {
        KeyStore store = load(content, password, what);
        try {
            if (store.size() == 0) {
                throw new IOException(what + " holds no certificate that can be read without its password");
            }
            return store;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a loaded key store has a size", impossible);
        }
    }

    private static KeyStore certificates(byte[] content) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (Certificate certificate :
                CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(content))) {
            store.setCertificateEntry("certificate-" + store.size(), certificate);
        }
        return store;
    }

    private static String type(byte[] content) {
        if (new String(content, ISO_8859_1).contains(PEM)) {
            return "PEM";
        }
        for (int i = 0; i < JKS.length; i++) {
            if (i >= content.length || content[i] != JKS[i]) {
                return "PKCS12";
            }
        }
        return "JKS";
    }
}
