package io.reloadagent.source.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.reloadagent.source.FileSource;
import io.reloadagent.source.Problem;
import io.reloadagent.source.Snapshot;
import io.reloadagent.source.Source;
import io.reloadagent.source.SourceException;
import io.reloadagent.source.Sources;
import io.reloadagent.source.format.Formats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A source with a JSON Schema")
class SchemaSourceTest {

    private static final String SCHEMA = """
            {
              "$schema": "%s",
              "type": "object",
              "required": ["database"],
              "additionalProperties": false,
              "properties": {
                "database": {
                  "type": "object",
                  "required": ["url"],
                  "properties": {
                    "url": {"type": "string", "pattern": "^jdbc:"},
                    "size": {"$ref": "#/%s/size"},
                    "password": {"type": "string", "minLength": 12},
                    "hosts": {"type": "array", "items": {"type": "string"}}
                  }
                }
              },
              "%s": {"size": {"type": "integer", "minimum": 1, "maximum": 20}}
            }
            """;

    @TempDir
    private Path directory;

    private final Set<io.reloadagent.source.Path> secret = new HashSet<>();
    private Path source;
    private Path schema;

    @BeforeEach
    void files() throws IOException {
        source = directory.resolve("app.yaml");
        schema = directory.resolve("app.schema.json");
        schema("2020-12");
    }

    private void schema(String draft) throws IOException {
        boolean old = draft.equals("07");
        String uri = old ? "http://json-schema.org/draft-07/schema#" : "https://json-schema.org/draft/2020-12/schema";
        String definitions = old ? "definitions" : "$defs";
        Files.writeString(schema, SCHEMA.formatted(uri, definitions, definitions));
    }

    private Source source() {
        return new SchemaSource(
                new FileSource(source, Formats.YAML), new FileSource(schema, Formats.YAML), secret::contains);
    }

    private Snapshot read() throws SourceException {
        return new Sources(List.of(source()), Duration.ZERO).read();
    }

    private List<String> problems(String yaml) throws IOException {
        Files.writeString(source, yaml);
        return catchThrowableOfType(SourceException.class, () -> read().parse()).problems().stream()
                .map(Problem::toString)
                .map(line -> line.replace(directory + "/", ""))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-12", "07"})
    @DisplayName("of a draft is read if it satisfies it")
    void good(String draft) throws Exception {
        schema(draft);
        Files.writeString(source, "database: {url: 'jdbc:x', size: 20, hosts: [a]}");
        assertThat(read().parse().find(io.reloadagent.source.Path.of("database.size")))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-12", "07"})
    @DisplayName("of a draft is refused with every place that does not, in it and in the schema, and with no value")
    void bad(String draft) throws Exception {
        schema(draft);
        assertThat(problems("""
                database:
                  url: http://x
                  size: 21
                  password: hunter2
                  hosts: [a, 5]
                other: 1
                """))
                .containsExactlyInAnyOrder(
                        "app.yaml:2:8 database.url: the schema refuses it: pattern: ^jdbc: (app.schema.json:11:46)",
                        "app.yaml:3:9 database.size: the schema refuses it: maximum: 20 (app.schema.json:" + "18:"
                                + (draft.equals("07") ? 72 : 66) + ")",
                        "app.yaml:4:13 database.password: the schema refuses it: minLength: 12 (app.schema.json:13:53)",
                        "app.yaml:5:14 database.hosts[1]: the schema refuses it: Value is [integer] but should be"
                                + " [string] (app.schema.json:14:54)",
                        "app.yaml:6:8 other: the schema has no place for it (app.schema.json:5:27)");
        assertThat(problems("database: {size: 1}"))
                .containsExactly("app.yaml:1:11 database: the schema refuses it: Object does not have some of the"
                        + " required properties [[url]] (app.schema.json:9:19)");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"type\": \"objet\"} | app.schema.json:1:10 type: is no JSON Schema: Expected any of",
                "{\"properties\": {\"a\": 5}} | app.schema.json:1:22 properties.a: is no JSON Schema: Value is [integer]",
                "[1] | app.schema.json:1:1",
                "{\"properties\": {\"a\": {\"pattern\": \"[\"}}} | app.schema.json:1:34 is no regular expression",
                "{\"patternProperties\": {\"[\": true}} | app.schema.json:1:29 is no regular expression",
                "{\"properties\": {\"a\": {\"$ref\": \"http://example.org/x.json\"}}} | app.schema.json:1:31 '$ref' leads elsewhere",
                "{\"$schema\": \"http://example.org/none\"} | app.schema.json:1:1 is no usable JSON Schema",
                "{\"a\": | app.schema.json:"
            })
    @DisplayName("is refused if that is none, with its place")
    void broken(String broken, String problem) throws Exception {
        Files.writeString(schema, broken);
        assertThat(problems("{}"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).startsWith(problem));
    }

    @Test
    @DisplayName("is refused if that does not exist, and says whose it is")
    void missing() throws IOException {
        Files.delete(schema);
        assertThat(problems("{}")).containsExactly("the schema of app.yaml: file app.schema.json does not exist");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"propertyNames\": {\"pattern\": \"^ok\"} | {canary: 1} | app.yaml:1:19 vault.pass_word: the schema refuses it: pattern (",
                "\"additionalProperties\": false | {12: 1} | app.yaml:1:24 vault.pass_word.***: the schema has no place for it",
                "\"enum\": [\"canary\"] | x | app.yaml:1:19 vault.pass_word: the schema refuses it: enum (",
                "\"const\": \"canary\" | x | app.yaml:1:19 vault.pass_word: the schema refuses it: const (",
                "\"minLength\": 2 | x | app.yaml:1:19 vault.pass_word: the schema refuses it: minLength: 2 ",
                "\"items\": {\"type\": \"object\"} | [{}, canary] | app.yaml:1:24 vault.pass_word[1]: the schema refuses it: ",
                "\"items\": {\"additionalProperties\": false} | [{canary: 1}] | app.yaml:1:29 vault.pass_word[0].***: the schema has no"
            })
    @DisplayName("shows no key beneath a secret path, and no value that may stand there")
    void secret(String demand, String value, String problem) throws Exception {
        secret.add(io.reloadagent.source.Path.of("vault.passWord"));
        Files.writeString(schema, "{\"properties\": {\"vault\": {\"properties\": {\"passWord\": {" + demand + "}}}}}");
        assertThat(problems("vault: {passWord: " + value + "}"))
                .singleElement()
                .asString()
                .startsWith(problem)
                .doesNotContain("canary", "12");
    }

    @Test
    @DisplayName("that is no JSON Schema shows none of its keys beneath a secret path either")
    void secretInTheSchema() throws Exception {
        secret.add(io.reloadagent.source.Path.of("properties.password"));
        Files.writeString(schema, "{\"properties\": {\"password\": {\"properties\": {\"canary\": 5}}}}");
        assertThat(problems("{}"))
                .anyMatch(line -> line.startsWith("app.schema.json:1:55 properties.password.***: is no JSON Schema: "))
                .noneMatch(line -> line.contains("canary"));
    }

    @Test
    @DisplayName("has another content when only the schema changes, which is watched")
    void changed() throws Exception {
        Files.writeString(source, "database: {url: 'jdbc:x'}");
        Snapshot before = read();
        assertThat(read()).isEqualTo(before);
        Files.writeString(schema, "{}");
        assertThat(read()).isNotEqualTo(before);
        assertThat(source().watched()).containsExactly(source, schema);
    }
}
