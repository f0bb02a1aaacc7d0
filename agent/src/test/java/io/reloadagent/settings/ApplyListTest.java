package io.reloadagent.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplyListTest {

    @TempDir
    Path directory;

    private Configuration configuration;

    @BeforeEach
    void start() {
        configuration = new Configuration(directory);
    }

    @Test
    void rulesAreRead() throws Exception {
        Settings settings = configuration.readFile("""
                sources: [{file: app.yaml}]
                loggers: {enabled: false}
                apply:
                  - {path: database.maxConns, class: com.acme.Pool, method: setMaxSize}
                  - {path: pool, class: com.acme.*Pool, method: resize, type: int, getter: size}
                """);
        assertThat(settings.get(SettingCatalog.LOGGERS_ENABLED)).isFalse();
        assertThat(settings.applyRules())
                .extracting(rule -> rule.path() + " " + rule)
                .containsExactly("database.max_conns com.acme.Pool.setMaxSize", "pool com.acme.*Pool.resize");
        assertThat(settings.applyRules().get(1).coversClass("com.acme.BigPool")).isTrue();
        assertThat(settings.applyRules().get(1).coversClass("com.acme.big.Pool"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "apply: {} | reload.yaml:1:8 expected a list of rules, [{path: database.max_conns,",
                "apply: [{pat: a, class: B, method: c}] | reload.yaml:1:10 unknown key 'pat'; did you mean 'path'?",
                "apply: [{path: a, class: B}] | reload.yaml:1:9 this rule has no 'method'; write {path:",
                "apply: [{path: a..b, class: B, method: c}] | reload.yaml:1:16 'a..b' is no path",
                "apply: [{path: a, class: com/B, method: c}] | reload.yaml:1:26 'com/B' is no name of a class: write dots",
                "apply: [{path: a, class: B, method: 'c()'}] | reload.yaml:1:37 expected the name of a method alone",
                "aply: [] | reload.yaml:1:1 unknown key 'aply'; did you mean 'apply'?"
            })
    void mistakesAreToldWithTheirPlaces(String yaml, String message) throws Exception {
        assertThat(configuration.refusal(yaml)).contains(message);
    }
}
