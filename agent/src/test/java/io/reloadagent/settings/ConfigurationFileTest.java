package io.reloadagent.settings;

import static io.reloadagent.settings.Configuration.files;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reloadagent.bind.Rule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationFileTest {

    @TempDir
    Path directory;

    private Configuration configuration;

    @BeforeEach
    void start() {
        configuration = new Configuration(directory);
    }

    @Test
    void aFieldOfARuleMayBeAnAmountOfData() throws Exception {
        Settings settings = configuration.readFile("""
                sources: [{file: app.yaml, schema: app.schema.json}]
                dynamic:
                  - class: com.acme.Upload
                    prefix: upload
                    fields: {maxUpload: {path: max, as: size}, chunk: {as: size}, name: title}
                """);
        assertThat(settings.rules().get(0).paths())
                .extracting(Object::toString)
                .containsExactly("upload.max", "upload.chunk", "upload.title");
        assertThat(settings.sources().get(0).watched())
                .containsExactly(directory.resolve("app.yaml"), directory.resolve("app.schema.json"));
    }

    @Test
    void aWholeConfigurationIsRead() throws Exception {
        Settings settings = configuration.readFile("""
                sources:
                  - file: app.yaml
                  - file: ../shared/common.yaml
                  - file: /etc/app.yaml
                dynamic:
                  - class: com.acme.DatabaseConfig
                    prefix: database
                    fields: [maxConns, timeout]
                    initial: source
                  - class: com.acme.*Config
                    fields: {maxConns: pool.size}
                reload: {settle: 0, watch: false}
                http.address: 127.0.0.1:7099
                secrets: {paths: ['**.pin']}
                """);
        assertThat(files(settings))
                .containsExactly(
                        directory.resolve("app.yaml"),
                        directory.getParent().resolve("shared/common.yaml"),
                        Path.of("/etc/app.yaml"));
        assertThat(settings.rules()).hasSize(2);
        Rule first = settings.rules().get(0);
        assertThat(first.coversClass("com.acme.DatabaseConfig")).isTrue();
        assertThat(first.coversField("timeout")).isTrue();
        assertThat(first.coversField("other")).isFalse();
        assertThat(settings.rules().get(1).coversField("maxConns")).isTrue();
        assertThat(settings.get(SettingCatalog.SETTLE)).isEqualTo(Duration.ZERO);
        assertThat(settings.get(SettingCatalog.WATCH)).isFalse();
        assertThat(settings.get(SettingCatalog.HTTP_ADDRESS)).isEqualTo("127.0.0.1:7099");
        assertThat(settings.secret()).accepts(io.reloadagent.source.Path.of("card.pin"));
        assertThat(settings.secret()).rejects(io.reloadagent.source.Path.of("card.password"));
    }

    @Test
    void aSourceShowsNoKeyBeneathTheSecretPathsThatAreListedAfterIt() throws Exception {
        Settings settings = configuration.readFile("""
                sources: [{file: app.yaml, schema: app.schema.json}]
                secrets: {paths: ['**.pin']}
                """);
        Files.writeString(directory.resolve("app.yaml"), "card: {pin: {canary: 1}}");
        Files.writeString(
                directory.resolve("app.schema.json"),
                "{\"properties\": {\"card\": {\"properties\": {\"pin\": {\"additionalProperties\": false}}}}}");
        assertThatThrownBy(() -> settings.sources().get(0).read().get(0).parse())
                .hasMessageContaining(" card.pin.***: the schema has no place for it")
                .hasMessageNotContaining("canary");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "reload: {timeut: 1s} | reload.yaml:1:10 unknown key 'reload.timeut'; did you mean 'reload.timeout'?",
                "sorces: [] | reload.yaml:1:1 unknown key 'sorces'; did you mean 'sources'?",
                "dynamics: [] | reload.yaml:1:1 unknown key 'dynamics'; did you mean 'dynamic'?",
                "wholly: {different: 1} | reload.yaml:1:1 unknown key 'wholly'; known are [sources, extensions, dynamic",
                "reload: [1] | reload.yaml:1:1 unknown key 'reload'",
                "reload: {timeout: {}} | reload.yaml:1:10",
                "reload: {timeout: soon} | reload.yaml:1:19 reload.timeout: expected a duration such as 5s",
                "log: {level: 5} | reload.yaml:1:14 log.level: expected trace, debug, info, warn or error, found '5'",
                "source: app.yaml | reload.yaml:1:1 'source' is for the agent's arguments; in this file write 'sources:",
                "config: x.yaml | reload.yaml:1:1 'config' is for the agent's arguments"
            })
    void aWrongSettingIsRefusedWithItsPlace(String yaml, String message) throws Exception {
        assertThat(configuration.refusal(yaml)).startsWith(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "sources: app.yaml | reload.yaml:1:10 expected a list of sources",
                "sources: | reload.yaml:1:9 expected a list of sources",
                "sources: [app.yaml] | reload.yaml:1:11 expected a list of sources",
                "sources: [{}] | reload.yaml:1:11 expected a list of sources",
                "sources: [{url: x}] | reload.yaml:1:12 unknown key 'url'; known are file",
                "sources: [{file: }] | reload.yaml:1:17 expected a file's name",
                "sources: [{file: [a]}] | reload.yaml:1:18 expected a file's name",
                "sources: [{file: \"a\\0b\"}] | reload.yaml:1:18",
                "sources: [] | no source: say where the values come from"
            })
    void aWrongSourceIsRefusedWithItsPlace(String yaml, String message) throws Exception {
        assertThat(configuration.refusal(yaml)).startsWith(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "dynamic: {class: a.B} | reload.yaml:1:10 expected a list of rules",
                "dynamic: [a.B] | reload.yaml:1:11 expected a list of rules",
                "dynamic: [{prefix: a}] | reload.yaml:1:11 this rule names no class; add 'class: com.acme.Config'",
                "dynamic: [{class: a.B, clas: x}] | reload.yaml:1:24 unknown key 'clas'; known are class, prefix,",
                "dynamic: [{class: [a.B]}] | reload.yaml:1:19 expected the name of a class",
                "dynamic: [{class: a.B, prefix: a..b}] | reload.yaml:1:32 'a..b' is no path",
                "dynamic: [{class: a.B, prefix: {a: b}}] | reload.yaml:1:32 expected a path",
                "dynamic: [{class: a.B, fields: size}] | reload.yaml:1:32 expected a list of fields",
                "dynamic: [{class: a.B, fields: [[size]]}] | reload.yaml:1:33 expected a list of fields",
                "dynamic: [{class: a.B, fields: [a..b]}] | reload.yaml:1:33 'a..b' is no path",
                "dynamic: [{class: a.B, fields: {size: [1]}}] | reload.yaml:1:39 expected a path",
                "dynamic: [{class: a.B, fields: {size: .x}}] | reload.yaml:1:39 '.x' is no path",
                "dynamic: [{class: a.B, initial: file}] | reload.yaml:1:33 expected application (the field's own",
                "secrets: {paths: '**.pin'} | reload.yaml:1:18 expected a list of paths",
                "secrets: {paths: [a, 'b*']} | reload.yaml:1:22 secrets.paths: 'b*' is no pattern of paths",
                "secrets: {path: [a]} | reload.yaml:1:11 unknown key 'secrets.path'; did you mean 'secrets.paths'?"
            })
    void aWrongRuleIsRefusedWithItsPlace(String yaml, String message) throws Exception {
        assertThat(configuration.refusal(yaml)).startsWith(message);
    }

    @ParameterizedTest
    @CsvSource({
        "com/acme/Config, write dots in place of '/'",
        "com.acme.Config.class, leave out '.class'",
        "com.acme.**, write one *"
    })
    void aClassThatCannotHaveThatNameIsRefusedWithItsPlace(String name, String advice) throws Exception {
        assertThat(configuration.refusal("sources: [{file: a.yaml}]\ndynamic:\n  - class: '" + name + "'\n"))
                .startsWith("reload.yaml:3:12 '" + name + "' is no name of a class: ")
                .contains(advice);
    }

    @Test
    void aListUnderSourceWasMeantAsSources() throws Exception {
        assertThat(configuration.refusal("source: [{file: a.yaml}]"))
                .isEqualTo("reload.yaml:1:1 'source' takes no list here; did you mean 'sources'?");
    }

    @Test
    void aTildeIsTheHomeOfTheUser() throws Exception {
        Settings settings = configuration.readFile("sources: [{file: ~/a.yaml}]\nhttp.token-file: ~/t\n");
        Path home = Path.of(System.getProperty("user.home"));
        assertThat(files(settings)).containsExactly(home.resolve("a.yaml"));
        assertThat(settings.get(SettingCatalog.HTTP_TOKEN_FILE))
                .isEqualTo(home.resolve("t").toString());
        assertThat(files(configuration.read("source=~/b.yaml"))).containsExactly(home.resolve("b.yaml"));
    }

    @Test
    void allMistakesAreToldAtOnceEachWithItsPlace() throws Exception {
        assertThat(configuration.refusal("""
                sorces: [{file: a.yaml}]
                sources: [{fil: a.yaml}, {file: b.yaml}, {env: {prefx: A}}]
                dynamic:
                  - {class: a.B, clas: x}
                  - {class: a.B}
                  - {prefix: a}
                reload: {timeut: 1s, settle: soon}
                log.level: 5
                """).split("; reload.yaml:"))
                .extracting(message -> message.replace("reload.yaml:", "").replaceFirst(" .*", ""))
                .containsExactly("1:1", "2:12", "2:49", "4:18", "6:5", "7:10", "7:30", "8:12");
    }
}
