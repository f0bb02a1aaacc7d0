package io.reloadagent.trigger;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.reloadagent.keys.KeyStores;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** What was in the files of TLS at one moment. For one thread. */
final class KeyContent {

    private final Path keyStore;
    private final byte[] keys;
    private final char[] keysPassword;
    private final Path trustStore;
    private final byte[] trusted;
    private final char[] trustedPassword;

    /** Null until it is needed: to open it takes thousands of rounds of a hash. */
    private KeyStore opened;

    /** @param trusted null, and what belongs to it, if no client is asked for a certificate */
    KeyContent(
            Path keyStore, byte[] keys, char[] keysPassword, Path trustStore, byte[] trusted, char[] trustedPassword) {
        this.keyStore = keyStore.toAbsolutePath();
        this.keys = keys;
        this.keysPassword = keysPassword;
        this.trustStore = trustStore == null ? null : trustStore.toAbsolutePath();
        this.trusted = trusted;
        this.trustedPassword = trustedPassword;
    }

    /** The same for the same content. */
    byte[] fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : Arrays.asList(keys, bytes(keysPassword), trusted, bytes(trustedPassword))) {
                byte[] present = part == null ? new byte[0] : part;
                digest.update((present.length + ":").getBytes(UTF_8));
                digest.update(present);
            }
            return digest.digest();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java lacks SHA-256, which every Java has to have", impossible);
        }
    }

    private static byte[] bytes(char[] password) {
        return password == null ? null : new String(password).getBytes(UTF_8);
    }

    /**
     * What TLS is spoken with.
     *
     * @throws IOException with a message for the operator
     */
    SSLContext context() throws IOException {
        try {
            KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            own.init(store(), keysPassword);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(own.getKeyManagers(), trustManagers(), null);
            return context;
        } catch (GeneralSecurityException unusable) {
            throw new IOException("http.tls.key-store " + keyStore + " cannot be used: " + unusable, unusable);
        }
    }

    /** Nobody, where no client is asked for a certificate: not the authorities that the JVM brings along. */
    private TrustManager[] trustManagers() throws IOException, GeneralSecurityException {
        if (trusted == null) {
            return new TrustManager[0];
        }
        KeyStore store = KeyStores.loadTrusted(trusted, trustedPassword, "http.tls.trust-store " + trustStore);
        TrustManagerFactory others = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        others.init(store);
        return others.getTrustManagers();
    }

    private KeyStore store() throws IOException, GeneralSecurityException {
        if (opened != null) {
            return opened;
        }
        KeyStore store = KeyStores.load(keys, keysPassword, "http.tls.key-store " + keyStore);
        if (certificate(store) == null) {
            throw new IOException("http.tls.key-store " + keyStore + " holds no private key with a certificate");
        }
        opened = store;
        return store;
    }

    /** Whose certificate it is, and for how long, for the log. */
    String description() throws IOException {
        try {
            X509Certificate certificate = certificate(store());
            return certificate.getSubjectX500Principal() + ", valid until "
                    + certificate.getNotAfter().toInstant();
        } catch (GeneralSecurityException unusable) {
            throw new IOException("http.tls.key-store " + keyStore + " cannot be used: " + unusable, unusable);
        }
    }

    /** Null if there is none. */
    private static X509Certificate certificate(KeyStore store) throws GeneralSecurityException {
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias) && store.getCertificate(alias) instanceof X509Certificate) {
                return (X509Certificate) store.getCertificate(alias);
            }
        }
        return null;
    }
}
