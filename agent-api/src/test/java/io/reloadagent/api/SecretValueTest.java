package io.reloadagent.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A secret")
class SecretValueTest {

    private static final String CANARY = "canary-\u00e4\ud83d\ude80";

    private final SecretValue secret = SecretValue.of(CANARY);

    @ParameterizedTest
    @ValueSource(strings = {"", "a", CANARY, "\u0000", "\uffff"})
    @DisplayName("is what it was made of, by whichever way")
    void same(String text) {
        assertThat(SecretValue.of(text).reveal()).isEqualTo(text);
        assertThat(SecretValue.of(text.toCharArray()).reveal()).isEqualTo(text);
        assertThat(SecretValue.ofUtf8(UTF_8.encode(text)).reveal()).isEqualTo(text);
        assertThat(SecretValue.of(text).<String>use(String::new)).isEqualTo(text);
    }

    @Test
    @DisplayName("leaves the buffer that it is made of as it is")
    void buffer() {
        ByteBuffer buffer = ByteBuffer.wrap("xyz".getBytes(UTF_8));
        buffer.position(1);
        assertThat(SecretValue.ofUtf8(buffer).reveal()).isEqualTo("yz");
        assertThat(buffer.position()).isEqualTo(1);
    }

    @Test
    @DisplayName("is a text: what is none is refused, without being repeated")
    void noText() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SecretValue.of("canary\ud83d"))
                .withMessage("a surrogate stands alone: this is no text");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SecretValue.ofUtf8(ByteBuffer.wrap("canary\u00e4".getBytes(ISO_8859_1))))
                .withMessage("this is not UTF-8");
    }

    @Test
    @DisplayName("masks itself in texts and in JSON")
    void masked() throws IOException {
        assertThat(secret).hasToString("***");
        assertThat(new ObjectMapper().writeValueAsString(Collections.singletonMap("password", secret)))
                .isEqualTo("{\"password\":\"***\"}");
    }

    @Test
    @DisplayName("is not serialized: what comes back is a wiped one")
    void serialized() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(secret);
        assertThat(bytes.toString("ISO-8859-1")).doesNotContain("canary");
        Object back = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
        assertThat(((SecretValue) back).isWiped()).isTrue();
    }

    @Test
    @DisplayName("is overwritten when its characters have been used")
    void used() {
        char[][] seen = new char[1][];
        assertThat(secret.<Integer>use(characters -> {
                    seen[0] = characters;
                    return characters.length;
                }))
                .isEqualTo(CANARY.length());
        assertThat(seen[0]).containsOnly('\0');
    }

    @Test
    @DisplayName("is gone when it was closed, and equal to nothing but itself then")
    void closed() {
        SecretValue other = SecretValue.of(CANARY);
        secret.close();
        secret.close();
        assertThat(secret.isWiped()).isTrue();
        assertThat(Collections.singleton(secret)).contains(secret);
        assertThat(secret).isNotEqualTo(other).hasToString("***");
        assertThat(other).isNotEqualTo(secret);
        assertThatIllegalStateException().isThrownBy(secret::reveal).withMessage("the secret was wiped");
    }

    @Test
    @DisplayName("equals one of the same characters only")
    void equality() {
        assertThat(secret).isEqualTo(SecretValue.of(CANARY)).hasSameHashCodeAs(SecretValue.of(CANARY));
        for (String other :
                new String[] {"", CANARY + CANARY, CANARY + "x", "x" + CANARY, CANARY.toUpperCase(Locale.ROOT)}) {
            assertThat(secret).isNotEqualTo(SecretValue.of(other));
            assertThat(SecretValue.of(other)).isNotEqualTo(secret);
        }
        assertThat(SecretValue.of("")).isEqualTo(SecretValue.of(""));
        assertThat(secret).isNotEqualTo(CANARY);
    }

    @Test
    @DisplayName("is wiped some time after it was collected")
    void collected() {
        OffHeapText text = OffHeapText.ofUtf8(UTF_8.encode(CANARY));
        OffHeapText.wipeWith(new Object(), text);
        await().until(() -> {
            System.gc();
            SecretValue.of("another one");
            return text.isWiped();
        });
    }
}
