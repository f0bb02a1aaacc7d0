package io.reloadagent.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reloadagent.source.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretPathsTest {

    @ParameterizedTest(name = "{0} with {1}: {2}")
    @CsvSource({
        "**.password, password, true",
        "**.password, a.b.password, true",
        "**.password, a.PASSWORD, true",
        "**.password, password.hash, true",
        "**.password, a.passwords, false",
        "**.password, '', false",
        "**.api-key, x.apiKey, true",
        "database.*.token, database.main.token, true",
        "database.*.token, database.token, false",
        "database.*.token, database.a.b.token, false",
        "a.**.z, a.z, true",
        "a.**.z, a.b.c.z, true",
        "a.**.z, b.z, false",
        "vault.**, vault.x.y, true",
        "**, anything, true"
    })
    void patternsMatchCanonicalPathsAndWhatIsBeneath(String glob, String path, boolean secret) {
        assertThat(new SecretPaths(List.of("other", glob)).test(Path.of(path))).isEqualTo(secret);
    }

    @ParameterizedTest(name = "{0} shows {1} as {2}")
    @CsvSource({
        "**.password, db.password, db.password",
        "**.password, db.password.hunter2, db.password.***",
        "**.password, db.password.a.password.b, db.password.***",
        "**.password, db.host, db.host",
        "**.password, db.Password.*, db.password.***",
        "**.password, '', ''",
        "vault.**, vault.x.y, vault.***",
        "**, db.host, ***",
        "**, '', ''"
    })
    void aPathIsShownDownToTheFirstSecretOne(String glob, String path, String shown) {
        assertThat(SecretPaths.shown(Path.of(path), new SecretPaths(List.of("other", glob))))
                .isEqualTo(shown);
    }

    @ParameterizedTest(name = "{0} is no pattern")
    @ValueSource(strings = {"", "a..b", "*.pass*", "***"})
    void whatCouldNeverMatchIsRefused(String glob) {
        assertThatThrownBy(() -> new SecretPaths(List.of(glob)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + glob + "' is no pattern of paths");
    }
}
