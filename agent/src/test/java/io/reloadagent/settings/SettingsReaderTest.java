package io.reloadagent.settings;

import static io.reloadagent.settings.Configuration.files;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reloadagent.report.Level;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {

    @TempDir
    Path directory;

    private Configuration configuration;

    @BeforeEach
    void start() {
        configuration = new Configuration(directory);
    }

    @Test
    void theDefaultsAreThoseOfTheDocumentation() throws SettingsException {
        Settings settings = configuration.read("source=app.yaml");
        assertThat(settings.get(SettingCatalog.CHECK_INTERVAL)).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.get(SettingCatalog.SETTLE)).isEqualTo(Duration.ofMillis(50));
        assertThat(settings.get(SettingCatalog.TIMEOUT)).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.get(SettingCatalog.WATCH)).isTrue();
        assertThat(settings.get(SettingCatalog.HTTP_ADDRESS)).isEmpty();
        assertThat(settings.get(SettingCatalog.JMX_ENABLED)).isTrue();
        assertThat(settings.get(SettingCatalog.LOG_LEVEL)).isEqualTo(Level.INFO);
        assertThat(files(settings)).containsExactly(Path.of("app.yaml").toAbsolutePath());
        assertThat(settings.rules()).isEmpty();
        assertThat(settings.secret())
                .accepts(
                        io.reloadagent.source.Path.of("a.password"),
                        io.reloadagent.source.Path.of("a.secret"),
                        io.reloadagent.source.Path.of("a.token"))
                .rejects(io.reloadagent.source.Path.of("a.url"));
    }

    @Test
    void anArgumentCountsBeforeAPropertyBeforeAVariableBeforeTheFileBeforeTheDefault() throws Exception {
        String file = "sources: [{file: app.yaml}]\nreload: {timeout: 2s}";
        assertThat(timeout(file, "")).isEqualTo(2);
        configuration.environment.put("RELOAD_AGENT_RELOAD_TIMEOUT", "3s");
        assertThat(timeout(file, "")).isEqualTo(3);
        configuration.properties.put("reload-agent.reload.timeout", "4s");
        assertThat(timeout(file, "")).isEqualTo(4);
        assertThat(timeout(file, ",reload.timeout=5s")).isEqualTo(5);
        configuration.environment.clear();
        configuration.properties.clear();
        assertThat(timeout("sources: [{file: app.yaml}]", "")).isEqualTo(10);
    }

    private long timeout(String file, String moreArguments) throws IOException, SettingsException {
        return configuration
                .read("config=" + configuration.write(file) + moreArguments)
                .get(SettingCatalog.TIMEOUT)
                .toSeconds();
    }

    @Test
    void theFileMayBeNamedByPropertyOrVariable() throws Exception {
        Path file = configuration.write("sources: [{file: app.yaml}]");
        configuration.environment.put("RELOAD_AGENT_CONFIG", file.toString());
        assertThat(files(configuration.read(null))).containsExactly(directory.resolve("app.yaml"));
        configuration.environment.clear();
        configuration.properties.put("reload-agent.config", file.toString());
        assertThat(files(configuration.read(""))).containsExactly(directory.resolve("app.yaml"));
    }

    @Test
    void variablesWriteDashesAndDotsAsUnderscores() throws SettingsException {
        configuration.environment.put("RELOAD_AGENT_RELOAD_CHECK_INTERVAL", "1m");
        assertThat(configuration.read("source=a").get(SettingCatalog.CHECK_INTERVAL))
                .isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void aSourceArgumentComesAfterTheSourcesOfTheFile() throws Exception {
        Path file = configuration.write("sources: [{file: app.yaml}]");
        assertThat(files(configuration.read("config=" + file + ",source=/etc/last.yaml")))
                .containsExactly(directory.resolve("app.yaml"), Path.of("/etc/last.yaml"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sorce=app.yaml | unknown argument 'sorce'; did you mean 'source'?",
                "source=a,reload.timeut=1s | unknown argument 'reload.timeut'; did you mean 'reload.timeout'?",
                "app.yaml | argument 'app.yaml' is not key=value",
                "=x | argument '=x' is not key=value",
                "source=a,source=b | argument 'source' is given twice",
                "source=a,reload.timeout=soon | argument reload.timeout: expected a duration such as 5s",
                "source=a,reload.timeout=0 | argument reload.timeout: expected a duration of at least 10ms, found '0'",
                "source=a,reload.settle=-PT1S | argument reload.settle: expected a duration",
                "source=a,reload.timeout=400000d | argument reload.timeout: expected a duration",
                "source=a,reload.watch=yes | argument reload.watch: expected true or false, found 'yes'",
                "source=a,log.level=loud | argument log.level: expected trace, debug, info, warn or error",
                "reload.watch=true | no source: say where the values come from, source=FILE",
                "source=a,reload.settle=10s | reload.settle (10s) is not shorter than reload.timeout (10s): every reload",
                "source=a,reload.timeout=50ms | reload.settle (50ms) is not shorter than reload.timeout (50ms)",
                "source=a,reload.settle=5s,reload.check-interval=5s | (5s) is not shorter than reload.check-interval (5s)",
                "source=a,reload.settle=11s | expected a duration from 0 to 10000ms",
                "source=a,reload.settle=2s1ms,reload.check-interval=2s | make reload.settle shorter or reload.check-interval"
            })
    void aWrongArgumentIsRefused(String arguments, String message) {
        assertThatThrownBy(() -> configuration.read(arguments))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aSettleWindowThatDoesNotFitIsRefusedWhereverItsPartsStand() throws Exception {
        Path file = configuration.write("sources: [{file: app.yaml}]\nreload: {settle: 2s}");
        configuration.environment.put("RELOAD_AGENT_RELOAD_TIMEOUT", "1500ms");
        assertThatThrownBy(() -> configuration.read("config=" + file))
                .isInstanceOf(SettingsException.class)
                .hasMessage("reload.settle (2s) is not shorter than reload.timeout (1500ms): every reload would run out"
                        + " of time before its sources are read; make reload.settle shorter or reload.timeout longer");
    }

    @Test
    void withoutAWatcherTheSettleWindowNeedNotFitIntoTheCheckInterval() throws SettingsException {
        String arguments = "source=a,reload.settle=2s,reload.check-interval=1s,reload.watch=";
        assertThatThrownBy(() -> configuration.read(arguments + "true"))
                .hasMessageContaining("reload.check-interval (1s)");
        assertThat(configuration.read(arguments + "false").get(SettingCatalog.SETTLE))
                .isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void aWrongPropertyOrVariableIsNamed() {
        configuration.environment.put("RELOAD_AGENT_RELOAD_WATCH", "no");
        assertThatThrownBy(() -> configuration.read("source=a"))
                .hasMessage("environment variable RELOAD_AGENT_RELOAD_WATCH: expected true or false, found 'no'");
        configuration.properties.put("reload-agent.reload.watch", "off");
        assertThatThrownBy(() -> configuration.read("source=a"))
                .hasMessage("system property reload-agent.reload.watch: expected true or false, found 'off'");
    }

    @Test
    void anUnknownPropertyIsRefusedAndAnUnknownVariableIsSomebodyElses() throws Exception {
        configuration.environment.put("RELOAD_AGENT_TEST_JDKS", "/opt/jdk");
        configuration.read("source=a");
        configuration.properties.put("reload-agent.reload.timeut", "1s");
        assertThatThrownBy(() -> configuration.read("source=a"))
                .hasMessageContaining("'reload-agent.reload.timeut'; did you mean 'reload.timeout'?");
    }

    @Test
    void aMissingOrBrokenFileIsNamed() throws IOException {
        assertThatThrownBy(() -> configuration.read("config=" + directory.resolve("none.yaml")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("none.yaml");
        assertThat(configuration.refusal("sources: [")).startsWith("reload.yaml:1:");
        assertThat(configuration.refusal("- 1")).startsWith("reload.yaml:1:1");
    }
}
