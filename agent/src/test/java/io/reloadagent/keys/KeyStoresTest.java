package io.reloadagent.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.KeyStore;
import java.util.Arrays;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A file with keys")
class KeyStoresTest {

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final String FILE = "the key store /etc/app/tls.p12";

    @ParameterizedTest(name = "is read as what it is, whatever its name says: {0}")
    @ValueSource(strings = {"PKCS12", "JKS"})
    void types(String type) throws Exception {
        assertThat(KeyStores.load(store(type), PASSWORD, FILE).getType()).isEqualTo(type);
    }

    @ParameterizedTest(name = "is refused, with its name, when its password is wrong: {0}")
    @ValueSource(strings = {"PKCS12", "JKS"})
    void password(String type) throws Exception {
        byte[] content = store(type);

        assertThatThrownBy(() -> KeyStores.load(content, "other".toCharArray(), FILE))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(FILE + " cannot be read with its password as " + type + ": ");
    }

    @Test
    @DisplayName("is refused at whatever byte it was cut off, with its name")
    void cut() throws Exception {
        byte[] content = store("PKCS12");
        for (int length = 1; length < content.length; length++) {
            byte[] half = Arrays.copyOf(content, length);
            assertThatThrownBy(() -> KeyStores.load(half, PASSWORD, FILE))
                    .as("cut off at byte %d", length)
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith(FILE + " cannot be read");
        }
    }

    @Test
    @DisplayName("is said to be empty when it is")
    void empty() {
        assertThatThrownBy(() -> KeyStores.load(new byte[0], PASSWORD, FILE))
                .isInstanceOf(IOException.class)
                .hasMessage(FILE + " is empty");
    }

    @Test
    @DisplayName("has to hold a certificate where somebody is to be trusted")
    void trusted() throws Exception {
        KeyStore none = KeyStore.getInstance("PKCS12");
        none.load(null, null);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        none.store(out, PASSWORD);

        assertThatThrownBy(() -> KeyStores.loadTrusted(out.toByteArray(), PASSWORD, FILE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("holds no certificate");
    }

    @Test
    @DisplayName("is refused when it is PEM with a certificate that is none")
    void pem() {
        byte[] content = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n".getBytes(US_ASCII);

        assertThatThrownBy(() -> KeyStores.load(content, null, FILE))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(FILE + " cannot be read");
    }

    private static byte[] store(String type) throws Exception {
        KeyStore store = KeyStore.getInstance(type);
        store.load(null, null);
        if (type.equals("PKCS12")) {
            store.setEntry(
                    "key",
                    new KeyStore.SecretKeyEntry(new SecretKeySpec(new byte[16], "AES")),
                    new KeyStore.PasswordProtection(PASSWORD));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, PASSWORD);
        return out.toByteArray();
    }
}
