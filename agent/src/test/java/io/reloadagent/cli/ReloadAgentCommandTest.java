package io.reloadagent.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.reloadagent.settings.Setting;
import io.reloadagent.settings.SettingCatalog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReloadAgentCommandTest {

    @TempDir
    Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        return ReloadAgentCommand.run(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), arguments);
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content).toString();
    }

    @Test
    void theHelpListsEverySettingWithItsDefault() {
        assertThat(run("--help")).isZero();
        String help = out.toString(UTF_8);
        for (Setting<?> setting : SettingCatalog.ALL) {
            assertThat(help).contains(setting.key());
        }
        assertThat(help).contains("Default: 30s.", "-javaagent:reload-agent.jar=source=app.yaml", "check");
        assertThat(err.toString(UTF_8)).isEmpty();
    }

    @Test
    void theHelpNamesTheListsOfTheConfigurationFile() {
        run("--help");
        assertThat(out.toString(UTF_8))
                .contains("\n  sources ", "\n  dynamic ", "\n  secrets.paths ", "[{file: app.yaml}]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "check --help"})
    void theHelpKeepsExamplesOnOneLineEachAndFitsATerminal(String call) {
        run(call.split(" "));
        String help = out.toString(UTF_8);
        assertThat(help.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(help.lines().filter(line -> line.startsWith("  java ")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).matches("  java -.*(app\\.jar|reload\\.yaml)"));
    }

    @Test
    void theHelpCallsAVerbAVerb() {
        run("--help");
        assertThat(out.toString(UTF_8)).contains("[VERB]", "\nVerbs:\n").doesNotContain("Commands", "COMMAND");
    }

    @Test
    void withoutAVerbTheCallIsWrongAndTheHelpSaysWhatThereIs() {
        assertThat(run()).isEqualTo(2);
        assertThat(out.toString(UTF_8)).isEmpty();
        assertThat(err.toString(UTF_8)).contains("Usage: java -jar reload-agent.jar");
    }

    @Test
    void theVersionIsShown() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString(UTF_8)).startsWith("reload-agent ");
    }

    @Test
    void anUnknownVerbIsAWrongCall() {
        assertThat(run("chek")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("chek");
        assertThat(out.toString(UTF_8)).isEmpty();
    }

    @Test
    void aSoundConfigurationPassesTheCheck() throws IOException {
        file("app.yaml", "database: {maxConns: 5, timeout: 1s}");
        String config = file("reload.yaml", "sources: [{file: app.yaml}]\ndynamic: [{class: a.B, prefix: database}]");
        assertThat(run("check", config)).isZero();
        assertThat(out.toString(UTF_8)).contains("reload.yaml: 1 rule, 2 values in ", "app.yaml");
        assertThat(err.toString(UTF_8)).isEmpty();
    }

    @Test
    void theCheckCountsAsPeopleDo() throws IOException {
        file("app.yaml", "size: 5");
        assertThat(run("check", file("reload.yaml", "sources: [{file: app.yaml}]")))
                .isZero();
        assertThat(out.toString(UTF_8)).contains("reload.yaml: 0 rules, 1 value in ");
    }

    @Test
    void theCheckRefusesWhatTheAgentWouldRefuse() throws IOException {
        file("app.yaml", "size: 5");
        String config = file("reload.yaml", "sources: [{file: app.yaml}]\nreload: {settle: 10s}");
        assertThat(run("check", config)).isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("reload.settle (10s) is not shorter than reload.timeout (10s)");
    }

    @Test
    void aBrokenConfigurationFailsTheCheck() throws IOException {
        assertThat(run("check", file("reload.yaml", "sources: [{fil: app.yaml}]")))
                .isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("reload.yaml:1:12 unknown key 'fil'");
        assertThat(out.toString(UTF_8)).isEmpty();
    }

    @Test
    void aBrokenOrMissingSourceFailsTheCheck() throws IOException {
        String config = file("reload.yaml", "sources: [{file: app.yaml}]");
        assertThat(run("check", config)).isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("reload.yaml:1:18 file ", "app.yaml does not exist");
        file("app.yaml", "database: [1");
        assertThat(run("check", config)).isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("app.yaml:1:");
    }

    @Test
    void theCheckPrintsOneJsonObjectForPrograms() throws IOException {
        String config = file("reload.yaml", "sources: [{file: app.yaml, schema: app.schema.json}]");
        file("app.schema.json", "{\"properties\": {\"size\": {\"maximum\": 5}, \"name\": {\"type\": \"string\"}}}");
        file("app.yaml", "size: 6\nname: 5");
        assertThat(run("check", "--json", config)).isEqualTo(1);
        assertThat(out.toString(UTF_8).lines())
                .singleElement()
                .asString()
                .contains("\"good\":false")
                .containsPattern("app.yaml\",\"line\":1,\"column\":7,\"path\":\"size\",\"message\":\"[^\"]*maximum: 5")
                .containsPattern("app.yaml\",\"line\":2,\"column\":7,\"path\":\"name\"");
        assertThat(err.toString(UTF_8)).isEmpty();
        out.reset();
        file("app.yaml", "size: 5");
        assertThat(run("check", "--json", config)).isZero();
        assertThat(out.toString(UTF_8)).contains("\"good\":true,\"problems\":[]", "\"values\":1");
    }

    @Test
    void theCheckSaysThatTypesAreNotChecked() throws IOException {
        file("app.yaml", "size: many");
        assertThat(run("check", file("reload.yaml", "sources: [{file: app.yaml}]")))
                .isZero();
        assertThat(out.toString(UTF_8)).contains("not checked: ", "the types of values");
    }

    @Test
    void theCheckWarnsOfARuleForWhichTheSourcesHaveNothing() throws IOException {
        file("app.yaml", "database: {maxConns: 5}\nmail: 3");
        String config = file("reload.yaml", """
                sources: [{file: app.yaml}]
                dynamic:
                  - {class: a.Right, prefix: database, fields: [timeout, maxConns]}
                  - {class: a.Misspelled, prefix: databse}
                  - {class: a.Listed, prefix: database, fields: [size, limit]}
                  - {class: a.Flat, prefix: mail}
                """);
        assertThat(run("check", config)).isZero();
        assertThat(err.toString(UTF_8).lines())
                .containsExactly(
                        "warning: rule for a.Misspelled finds nothing to follow in the sources at databse",
                        "warning: rule for a.Listed finds nothing to follow in the sources at database.size, database.limit",
                        "warning: rule for a.Flat finds nothing to follow in the sources at mail");
    }

    @Test
    void theCheckWarnsOfAKeyThatIsGivenTwice() throws IOException {
        file("app.yaml", "database: {maxConns: 5}\nDATABASE: {max-conns: 6}");
        assertThat(run("check", file("reload.yaml", "sources: [{file: app.yaml}]")))
                .isZero();
        assertThat(err.toString(UTF_8))
                .containsOnlyOnce("warning: ")
                .contains("app.yaml:2:12 database.max_conns: is given twice");
    }

    @Test
    void theCheckRefusesAValueAboveThePathOfAField() throws IOException {
        file("app.yaml", "database: 5");
        String config = file(
                "reload.yaml",
                "sources: [{file: app.yaml}]\ndynamic: [{class: a.B, prefix: database, fields: [maxConns]}]");
        assertThat(run("check", config)).isEqualTo(1);
        assertThat(err.toString(UTF_8))
                .contains("app.yaml:1:11 database: expected a mapping, fields follow database.max_conns");
    }

    @Test
    void theCheckRefusesAnAddressThatHttpWouldNotListenAt() throws IOException {
        file("app.yaml", "size: 5");
        String config = file("reload.yaml", "sources: [{file: app.yaml}]\nhttp: {address: '0.0.0.0:7099'}");
        assertThat(run("check", config)).isEqualTo(1);
        assertThat(err.toString(UTF_8))
                .contains("reload.yaml:2:17 http.address '0.0.0.0:7099' can be reached from other machines");
    }

    @Test
    void theCheckRefusesAnAddressThatNoWebhookMayBeAt() throws IOException {
        file("app.yaml", "size: 5");
        String config =
                file("reload.yaml", "sources: [{file: app.yaml}]\nwebhook: {url: 'http://hooks.example.com/hunter2'}");
        assertThat(run("check", config)).isEqualTo(1);
        assertThat(err.toString(UTF_8))
                .contains("reload.yaml:2:16 webhook.url has to begin with https://")
                .doesNotContain("hunter2");
    }

    @Test
    void theCheckTellsOfTheAddressTogetherWithWhatElseIsWrong() throws IOException {
        assertThat(run(
                        "check",
                        file("reload.yaml", "nonsense: 1\nhttp.address: 0.0.0.0:80\nsources: [{file: a.yaml}]")))
                .isEqualTo(1);
        assertThat(err.toString(UTF_8))
                .contains(
                        "reload.yaml:1:1 unknown key 'nonsense'",
                        "reload.yaml:2:15 http.address '0.0.0.0:80' can be reached");
    }

    @Test
    void theCheckNamesEveryMissingSourceWithItsPlace() throws IOException {
        assertThat(run(
                        "check",
                        file("reload.yaml", "sources:\n- file: none.yaml\n- include: nodir\n- config-tree: notree\n")))
                .isEqualTo(1);
        assertThat(err.toString(UTF_8))
                .containsPattern("reload.yaml:2:9 file .*none.yaml does not exist")
                .containsPattern("reload.yaml:3:12 directory .*nodir does not exist")
                .containsPattern("reload.yaml:4:16 directory .*notree does not exist");
    }

    @Test
    void aCheckOfNothingIsAWrongCall() {
        assertThat(run("check")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("FILE");
    }
}
