package io.reloadagent.trigger;

import io.reloadagent.keys.SecretFile;
import io.reloadagent.settings.ClientAuth;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.Paths;

/** The files that TLS is made of. Immutable. */
public final class KeyFiles {

    private final Path keyStore;
    private final Path keyStorePassword;
    private final Path trustStore;
    private final Path trustStorePassword;
    private final ClientAuth clientAuth;

    private KeyFiles(
            Path keyStore, Path keyStorePassword, Path trustStore, Path trustStorePassword, ClientAuth clientAuth) {
        this.keyStore = keyStore;
        this.keyStorePassword = keyStorePassword;
        this.trustStore = trustStore;
        this.trustStorePassword = trustStorePassword;
        this.clientAuth = clientAuth;
    }

    /**
     * The files that the settings {@code http.tls.…} name; nothing is read yet.
     *
     * @param keyStore empty for none, as with the others
     * @throws IllegalArgumentException if one is missing that another one needs
     */
    public static KeyFiles of(
            String keyStore,
            String keyStorePassword,
            String trustStore,
            String trustStorePassword,
            ClientAuth clientAuth) {
        if (keyStorePassword.isEmpty()) {
            throw new IllegalArgumentException(
                    "http.tls.key-store needs http.tls.key-store-password-file, a file with its password");
        }
        if (clientAuth != ClientAuth.NONE && trustStore.isEmpty()) {
            throw new IllegalArgumentException(
                    "http.tls.client-auth needs http.tls.trust-store, with the certificates of"
                            + " those who vouch for clients");
        }
        return new KeyFiles(
                Paths.get(keyStore),
                Paths.get(keyStorePassword),
                trustStore.isEmpty() ? null : Paths.get(trustStore),
                trustStorePassword.isEmpty() ? null : Paths.get(trustStorePassword),
                clientAuth);
    }

    ClientAuth clientAuth() {
        return clientAuth;
    }

    /** What is in them now. */
    KeyContent read() throws IOException {
        SecretFile keys = new SecretFile("http.tls.key-store", keyStore);
        SecretFile password = new SecretFile("http.tls.key-store-password-file", keyStorePassword);
        byte[] trusted = null;
        char[] trustedPassword = null;
        if (trustStore != null) {
            trusted = new SecretFile("http.tls.trust-store", trustStore).readPublic();
            trustedPassword = trustStorePassword == null
                    ? null
                    : new SecretFile("http.tls.trust-store-password-file", trustStorePassword).readPassword();
        }
        return new KeyContent(keyStore, keys.read(), password.readPassword(), trustStore, trusted, trustedPassword);
    }
}
