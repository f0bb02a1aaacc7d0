package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A key store with one key, whose certificate vouches for itself, and its password in a file. */
record KeyFile(Path store, Path password) {

    static final String PASSWORD = "pass-canary-4711";

    /** Makes it by the build's keytool. */
    static KeyFile make(Workspace workspace, String name) throws IOException, InterruptedException {
        Path store = workspace.file(name + ".p12");
        Path password = workspace.file(name + ".password");
        Files.writeString(password, PASSWORD + "\n");
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
        List<String> line = List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "key",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=ip:127.0.0.1,dns:localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass:file",
                password.toString());
        Process keytool = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(workspace.file("keytool.log").toFile())
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(keytool.exitValue())
                .as(Files.readString(workspace.file("keytool.log")))
                .isZero();
        Files.setPosixFilePermissions(store, PosixFilePermissions.fromString("rw-r-----"));
        return new KeyFile(store, password);
    }

    /** Takes the place of another, at once. */
    void replace(KeyFile other) throws IOException {
        Files.move(store, other.store, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    KeyStore keys() throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream content = Files.newInputStream(store)) {
            keys.load(content, PASSWORD.toCharArray());
        }
        return keys;
    }

    X509Certificate certificate() throws Exception {
        return (X509Certificate) keys().getCertificate("key");
    }

    /** Writes its certificate down. */
    Path pem(Workspace workspace, String name) throws Exception {
        return Files.writeString(
                workspace.file(name),
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'})
                                .encodeToString(certificate().getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
    }

    /** Of a client that trusts these certificates, and shows its own if it has one. */
    static SSLContext client(KeyFile own, X509Certificate... trusted) throws Exception {
        KeyStore certificates = KeyStore.getInstance("PKCS12");
        certificates.load(null, null);
        for (X509Certificate certificate : trusted) {
            certificates.setCertificateEntry("c" + certificates.size(), certificate);
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(certificates);
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own == null ? null : own.keys(), PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
