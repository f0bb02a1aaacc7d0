package io.reloadagent.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reloadagent.source.format.Formats;
import io.reloadagent.source.kind.EnvironmentSource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The names of loggers in a document")
class LoggerNamesTest {

    private static Content content(Format format, String text) {
        return new Content("app", format, text.getBytes(StandardCharsets.UTF_8), null);
    }

    private static Document parse(Content... contents) throws SourceException {
        return new Snapshot(List.of(contents)).parse();
    }

    private static Document yaml(String... texts) throws SourceException {
        List<Content> contents = new ArrayList<>();
        for (String text : texts) {
            contents.add(content(Formats.YAML, text));
        }
        return parse(contents.toArray(Content[]::new));
    }

    private static Map<String, String> levels(Document document) {
        Map<String, String> levels = new TreeMap<>();
        LoggerNames.of(document).forEach((name, node) -> levels.put(name, ((Leaf) node).text()));
        return levels;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "loggers: {com.acme: DEBUG, com.acme.db.OrderService: TRACE, ROOT: INFO}",
                "loggers: {com: {acme: DEBUG}, com.acme: {db.OrderService: TRACE}, root: INFO}",
                "{loggers.com.acme: DEBUG, loggers: {com.acme.db: {OrderService: TRACE}}, loggers.Root: INFO}",
                "{Loggers: {com.acme: DEBUG}, loggers.com: {acme.db.OrderService: TRACE}, LOGGERS.root: INFO}"
            })
    @DisplayName("keep their spelling, and one may be beneath another, nested or with dots")
    void spelling(String text) throws Exception {
        Document document = yaml(text);
        assertThat(levels(document))
                .isEqualTo(Map.of("com.acme", "DEBUG", "com.acme.db.OrderService", "TRACE", "root", "INFO"));
        assertThat(Leaves.of(document))
                .containsOnlyKeys("loggers.com.acme", "loggers.com.acme.db.OrderService", "loggers.root");
        for (String leaf : Leaves.of(document).keySet()) {
            assertThat(document.find(Path.of(leaf))).as(leaf).isInstanceOf(Leaf.class);
            assertThat(Path.of(leaf).find(document.root())).as(leaf).isInstanceOf(Leaf.class);
        }
        assertThat(document.find(Path.of("loggers"))).isInstanceOf(Branch.class);
        assertThat(document.find(Path.of("loggers.com.acme.order_service"))).isNull();
    }

    @Test
    @DisplayName("are so in properties, TOML, JSON and environment files")
    void formats() throws Exception {
        Map<String, String> expected = Map.of("com.acme", "DEBUG", "com.acme.dB", "TRACE");
        assertThat(levels(parse(
                        content(Formats.named("properties"), "loggers.com.acme=DEBUG\nloggers.com.acme.dB=TRACE\n"))))
                .isEqualTo(expected);
        assertThat(levels(parse(content(
                        Formats.named("toml"), "[loggers]\n\"com.acme\" = \"DEBUG\"\n\"com.acme.dB\" = \"TRACE\"\n"))))
                .isEqualTo(expected);
        assertThat(levels(parse(content(
                        Formats.named("json"),
                        "{\"loggers\": {\"com.acme\": \"DEBUG\", \"com.acme.dB\": \"TRACE\"}}"))))
                .isEqualTo(expected);
        assertThat(levels(parse(content(Formats.named("env"), "loggers.com.acme=DEBUG\nloggers.com.acme.dB=TRACE\n"))))
                .isEqualTo(expected);
    }

    @Test
    @DisplayName("a variable names a logger in lower case, with a dot for each _")
    void variables() throws Exception {
        List<Content> contents =
                new ArrayList<>(List.of(content(Formats.YAML, "loggers: {com.acme: INFO, com.Other: WARN}")));
        contents.addAll(
                new EnvironmentSource("APP_", () -> Map.of("APP_LOGGERS_COM_ACME", "DEBUG", "APP_SIZE", "1")).read());
        Document document = new Snapshot(contents).parse();
        assertThat(levels(document)).isEqualTo(Map.of("com.acme", "DEBUG", "com.Other", "WARN"));
        assertThat(((Leaf) document.find(Path.of("size"))).text()).isEqualTo("1");
    }

    @Test
    @DisplayName("a later source overrides a logger, and none beneath it")
    void overlay() throws Exception {
        Document document = yaml(
                "loggers: {com.acme: INFO, com.acme.db: WARN, root: ERROR}",
                "loggers: {com: {acme: DEBUG}, ROOT: INFO}");
        assertThat(levels(document)).isEqualTo(Map.of("com.acme", "DEBUG", "com.acme.db", "WARN", "root", "INFO"));
    }

    @Test
    @DisplayName("one that is given twice is refused with both places")
    void twice() {
        assertThatThrownBy(() -> yaml("loggers:\n  com.acme: INFO\n  com: {acme: DEBUG}\n"))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("app:3:9 loggers.com.acme: is given twice, the first time at app:2:3");
    }

    @Test
    @DisplayName("only one is taken over when it is asked for, and differences name it")
    void part() throws Exception {
        Document old = yaml("loggers: {com.acme: INFO, com.acme.db: WARN}\nsize: 1");
        Document fresh = yaml("loggers: {com.acme: DEBUG, com.acme.db: TRACE}\nsize: 2");
        assertThat(levels(old.with(fresh, List.of(Path.of("loggers.com.acme")))))
                .isEqualTo(Map.of("com.acme", "DEBUG", "com.acme.db", "WARN"));
        assertThat(levels(old.with(fresh, List.of(Path.of("loggers")))))
                .isEqualTo(Map.of("com.acme", "DEBUG", "com.acme.db", "TRACE"));
        assertThat(old.differences(fresh))
                .extracting(Path::toString)
                .containsExactly("loggers.com.acme", "loggers.com.acme.db", "size");
    }

    @Test
    @DisplayName("a value or a list named loggers is the application's own")
    void anothers() throws Exception {
        assertThat(LoggerNames.of(yaml("loggers: 3"))).isEmpty();
        assertThat(LoggerNames.of(yaml("loggers: [{name: a}]"))).isEmpty();
        assertThat(LoggerNames.of(yaml("loggers:\nsize: 1"))).isEmpty();
    }
}
