package io.reloadagent.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reloadagent.source.Content;
import io.reloadagent.source.Source;
import io.reloadagent.source.Sources;
import io.reloadagent.source.extension.Jars;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceListTest {

    @TempDir
    Path directory;

    private Configuration configuration;

    @BeforeEach
    void start() {
        configuration = new Configuration(directory);
    }

    @Test
    void eachKindOfSourceIsRead() throws Exception {
        Path jar = Jars.withSource(directory, "remote", "return settings;");
        Settings settings = configuration.readFile("""
                extensions: [%s]
                sources:
                  - file: app.conf
                    format: yaml
                  - include: conf.d
                  - include: conf.d/*.conf
                    format: yaml
                  - env: {prefix: APP_}
                  - env: {prefix: APP_, native: true}
                  - system-properties: {prefix: app.}
                  - config-tree: /etc/config/
                    optional: true
                  - extension: remote
                    timeout: 2s
                    settings: {url: 'http://localhost', port: 80}
                """.formatted(jar));
        assertThat(settings.sources())
                .extracting(source -> source.toString().replace(directory + "/", ""))
                .containsExactly(
                        "app.conf",
                        "conf.d/",
                        "conf.d/*.conf",
                        "environment APP_*",
                        "environment APP_*",
                        "system properties app.*",
                        "/etc/config/",
                        "extension remote");
        assertThat(settings.originOf(settings.sources().get(0)).line()).isEqualTo(3);
        assertThat(new Sources(settings.sources().subList(6, 8), Duration.ZERO)
                        .read()
                        .contents())
                .extracting(Content::name)
                .containsExactly("extension remote");
    }

    @Test
    void aMissingOptionalFileIsAsIfItWereEmpty() throws Exception {
        Settings settings =
                configuration.readFile("sources: [{file: none.yaml, optional: true}, {include: ., optional: true}]");
        Files.delete(directory.resolve("reload.yaml"));
        for (Source source : settings.sources()) {
            assertThat(source.read()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "sources: [{fiel: a}] | reload.yaml:1:12 unknown key 'fiel'; did you mean 'file'?",
                "sources: [{system-property: a}] | reload.yaml:1:12 unknown key 'system-property'; did you mean 'system-properties'?",
                "sources: [{url: a}] | reload.yaml:1:12 unknown key 'url'; known are file, include, env-file, env, system-properties, config-tree, extension",
                "sources: [{file: a, optinal: true}] | reload.yaml:1:21 unknown key 'optinal'; did you mean 'optional'?",
                "sources: [{file: a, glob: true}] | reload.yaml:1:21 unknown key 'glob'; known are file, format, schema, optional",
                "sources: [{file: a, optional: 5}] | reload.yaml:1:31 expected true or false",
                "sources: [{file: a, include: b}] | reload.yaml:1:21 'file' and 'include' stand in one entry",
                "sources: [{file: a, format: yamk}] | reload.yaml:1:29 unknown format 'yamk'; did you mean 'yaml'?",
                "sources: [{file: a, format: cobol}] | reload.yaml:1:29 unknown format 'cobol'; known are yaml",
                "sources: [{include: 'conf.*/a'}] | reload.yaml:1:21 'conf.*/a': only what follows the last slash can be",
                "sources: [{include: 'conf.d/{a'}] | reload.yaml:1:21 '{a' is no pattern of files",
                "sources: [{env: APP_}] | reload.yaml:1:17 expected a prefix of variables",
                "sources: [{env: {}}] | reload.yaml:1:17 'prefix' is missing",
                "sources: [{env: {prefix: A, nativ: true}}] | reload.yaml:1:29 unknown key 'nativ'; did you mean 'native'?",
                "sources: [{system-properties: {prefix: ''}}] | reload.yaml:1:40 expected a prefix of system properties",
                "sources: [{config-tree: }] | reload.yaml:1:",
                "sources: [{extension: x}] | reload.yaml:1:23 no extension has a source 'x'; name its jar: 'extensions: [FILE.jar]'",
                "sources: [{env: {prefix: A}, optional: true, timeout: 5s}] | reload.yaml:1:46 unknown key 'timeout'",
                "{extensions: none.jar, sources: []} | reload.yaml:1:14 expected a list of jars",
                "{extensions: [none.jar], sources: []} | reload.yaml:1:14 extension none.jar is no file",
                "extension: [] | reload.yaml:1:1 unknown key 'extension'; did you mean 'extensions'?"
            })
    void aWrongEntryIsRefusedWithItsPlace(String yaml, String message) throws Exception {
        assertThat(configuration.refusal(yaml)).startsWith(message);
    }

    @Test
    void theNearestNameOfASourceOfAnExtensionIsNamed() throws Exception {
        Path jar = Jars.withSource(directory, "remote", "return settings;");
        assertThat(configuration.refusal("{extensions: [" + jar + "], sources: [{extension: remot}]}"))
                .endsWith("no extension has a source 'remot'; did you mean 'remote'?");
        assertThat(configuration.refusal("{extensions: [" + jar + "], sources: [{extension: remote, timeout: 0s}]}"))
                .endsWith("expected a duration up to 1m, such as 5s");
    }

    @Test
    void aDirectoryAsTheOnlySourceIsRefusedWithAdvice() throws Exception {
        List<Source> sources = configuration.read("source=" + directory).sources();
        assertThatThrownBy(sources.get(0)::read)
                .hasMessageEndingWith(
                        " is a directory; name a file, or in the agent's configuration 'sources: [{include: DIRECTORY}]'");
    }
}
