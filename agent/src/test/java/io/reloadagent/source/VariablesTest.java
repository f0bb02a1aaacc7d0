package io.reloadagent.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.reloadagent.source.format.Formats;
import io.reloadagent.source.format.Yaml;
import io.reloadagent.source.kind.EnvironmentSource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VariablesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "database.max_conns",
                "database_max.conns",
                "database.max.conns",
                "database_max_conns",
                "databaseMax.Conns"
            })
    void aVariableIsFoundAtEachPathThatItMayMean(String path) throws Exception {
        assertThat(find(path, "DATABASE_MAX_CONNS=7")).isEqualTo("7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"database", "database.max", "max_conns", "conns", "database.max_conns.x"})
    void itIsFoundNowhereElse(String path) throws Exception {
        assertThat(find(path, "DATABASE_MAX_CONNS=7")).isNull();
    }

    @ParameterizedTest(name = "{0}, then {1}, then {2}: {3} is {4}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "database: {max-conns: 5} | DATABASE_MAX_CONNS=7 | - | database.max_conns | 7",
                "database: {maxConns: 5, min: 1} | DATABASE_MAX_CONNS=7 | - | database.min | 1",
                "database.max.conns: 5 | DATABASE_MAX_CONNS=7 | - | database.max.conns | 7",
                "database_max: {conns: 5} | DATABASE_MAX_CONNS=7 | - | database_max.conns | 7",
                "{DATABASE: {MAX_CONNS: 5}, other: 1} | databaseMaxConns=7 | - | database.max_conns | 7",
                "hosts: [a, b] | HOSTS=c | - | hosts | c",
                "database: {max-conns: 5} | DATABASE_MAX_CONNS=7 | DATABASE_MAX_CONNS=8 | database.max_conns | 8",
                "- | DATABASE_MAX_CONNS=7 | database.max-conns: 9 | database.max_conns | 9",
                "- | DATABASE_MAX_CONNS=7 | database.max-conns: 9 | database_max.conns | -",
                "- | DATABASE_MAX_CONNS=7 | database: {maxConns: 9} | database.max_conns | 9",
                "- | DATABASE_MAX_CONNS=7 | DATABASE_MAX_CONNS=8 | database.max_conns | 8",
                "- | DATABASE_MAX_CONNS=7 | OTHER=8 | database.max_conns | 7",
                "- | DATABASE_MAX_CONNS=7 | OTHER=8 | other | 8",
                "database: {max-conns: 5} | DATABASE_MAX_CONNS=7 | database: {max_conns: 9} | database.max_conns | 9",
                "{maxConns: 5, max_conns: 6} | MAX_CONNS=7 | - | max_conns | 7"
            })
    void laterSourcesOverrideEarlierOnes(String first, String second, String third, String path, String value)
            throws Exception {
        List<String> texts = new ArrayList<>();
        for (String text : new String[] {first, second, third}) {
            if (text != null) {
                texts.add(text);
            }
        }
        assertThat(find(path, texts.toArray(String[]::new))).isEqualTo(value);
    }

    @Test
    void aVariableDoesNotReplaceAMappingAndAddsNothingToIt() throws Exception {
        Branch root =
                document("database: {host: a}", "DATABASE=b", "DATABASE_PORT=1").root();
        assertThat(Path.of("database").find(root))
                .isEqualTo(Yaml.parse("{host: a}").root());
    }

    @Test
    @DisplayName("a variable that may be meant for two values of a file is told, to whoever follows one of them")
    void ambiguous() throws Exception {
        Branch root = document("{database: {max_conns: 1}, database_max: {conns: 2}}", "DATABASE_MAX_CONNS=7")
                .root();
        for (String dotted : List.of("database.max_conns", "database_max.conns")) {
            Path path = Path.of(dotted);
            Node node = path.find(root);
            SourceException refusal =
                    catchThrowableOfType(SourceException.class, () -> Unresolved.refuse(node, path, any -> false));
            assertThat(refusal)
                    .hasMessage("environment variable DATABASE_MAX_CONNS " + dotted
                            + ": may be meant for database.max_conns (1:1:24) and for database_max.conns (1:1:50);"
                            + " leave the variable out, and set the value that is meant in a file");
        }
    }

    @Test
    void aVariableThatOverridesAValueIsListedAtItsPathAndOthersAreNot() throws Exception {
        Document document = document("pool: {size: 1}", "POOL_SIZE=2", "HOME=/root");
        assertThat(Leaves.of(document.root()).keySet()).containsExactly("pool.size");
        assertThat(document.root().isVariable("HOME")).isTrue();
        assertThat(Path.of("pool.size").find(document.root()).origin()).hasToString("environment variable POOL_SIZE");
    }

    @Test
    void thePathsThatANameMayMean() {
        assertThat(Variables.pathsOf("DB_MASTER_PASSWORD"))
                .extracting(Path::toString)
                .contains("db_master_password", "db.master_password", "db_master.password", "db.master.password");
    }

    private static String find(String path, String... texts) throws SourceException {
        Node node = Path.of(path).find(document(texts).root());
        return node == null ? null : ((Leaf) node).text();
    }

    /** Of sources named 1, 2, ...: NAME=value is a variable, anything else YAML. */
    private static Document document(String... texts) throws SourceException {
        List<Content> contents = new ArrayList<>();
        for (String text : texts) {
            int equals = text.indexOf('=');
            if (equals < 0) {
                String name = String.valueOf(contents.size() + 1);
                contents.add(new Content(name, Formats.YAML, text.getBytes(StandardCharsets.UTF_8), null));
            } else {
                Map<String, String> variables =
                        new TreeMap<>(Map.of(text.substring(0, equals), text.substring(equals + 1)));
                contents.addAll(new EnvironmentSource("", () -> variables).read());
            }
        }
        return new Snapshot(contents).parse();
    }
}
