package io.reloadagent.cli;

import io.reloadagent.keys.KeyStores;
import io.reloadagent.keys.SecretFile;
import io.reloadagent.settings.FileName;
import java.io.IOException;
import java.nio.file.Paths;
import java.security.GeneralSecurityException;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import picocli.CommandLine.Option;

/** The options that say whom to trust, and who one is, when an agent is asked over TLS. */
final class ClientKeys {

    @Option(
            names = "--trust-store",
            paramLabel = "FILE",
            description = "Certificates that the agent's one may be, or be vouched for by: PEM, PKCS12 or JKS."
                    + " Default: those that this Java trusts.")
    private String trustStore;

    @Option(
            names = "--trust-store-password-file",
            paramLabel = "FILE",
            description = "A file with its password, for its owner's eyes alone.")
    private String trustStorePassword;

    @Option(
            names = "--key-store",
            paramLabel = "FILE",
            description = "The own certificate and its key, where the agent asks for one: PKCS12 or JKS.")
    private String keyStore;

    @Option(
            names = "--key-store-password-file",
            paramLabel = "FILE",
            description = "A file with its password, for its owner's eyes alone.")
    private String keyStorePassword;

    boolean areGiven() {
        return trustStore != null || trustStorePassword != null || keyStore != null || keyStorePassword != null;
    }

    /**
     * Makes connections; null for those that this Java makes by itself.
     *
     * @throws WrongCallException if the files cannot be used
     */
    SSLSocketFactory factory() throws WrongCallException {
        if (!areGiven()) {
            return null;
        }
        if ((keyStore == null) != (keyStorePassword == null) || (trustStore == null && trustStorePassword != null)) {
            throw new WrongCallException(
                    "--key-store and --key-store-password-file belong together, and to a --trust-store-password-file"
                            + " belongs a --trust-store");
        }
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(own(), trusted(), null);
            return context.getSocketFactory();
        } catch (IOException unusable) {
            throw new WrongCallException(unusable.getMessage(), unusable);
        } catch (GeneralSecurityException unusable) {
            throw new WrongCallException("--key-store or --trust-store cannot be used: " + unusable, unusable);
        }
    }

    /** Null for none. */
    private KeyManager[] own() throws IOException, GeneralSecurityException {
        if (keyStore == null) {
            return null;
        }
        char[] password = password("--key-store-password-file", keyStorePassword);
        SecretFile file = file("--key-store", keyStore);
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(KeyStores.load(file.read(), password, file.toString()), password);
        return managers.getKeyManagers();
    }

    /** Null for those that this Java trusts. */
    private TrustManager[] trusted() throws IOException, GeneralSecurityException {
        if (trustStore == null) {
            return null;
        }
        char[] password =
                trustStorePassword == null ? null : password("--trust-store-password-file", trustStorePassword);
        SecretFile file = file("--trust-store", trustStore);
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(KeyStores.loadTrusted(file.readPublic(), password, file.toString()));
        return managers.getTrustManagers();
    }

    private static char[] password(String option, String name) throws IOException {
        return file(option, name).readPassword();
    }

    private static SecretFile file(String option, String name) {
        return new SecretFile(option, Paths.get(FileName.expand(name)));
    }
}
