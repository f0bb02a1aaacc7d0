package io.reloadagent.source.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.reloadagent.source.Branch;
import io.reloadagent.source.SourceException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Label("What is written in a format is parsed as it was, every leaf with its place")
class RoundTripTest {

    @Property
    void yaml(@ForAll("trees") Map<String, Object> tree, @ForAll long style) throws SourceException {
        check("yaml", new FlowWriter(style, true).write(tree), tree);
    }

    @Property
    void json(@ForAll("trees") Map<String, Object> tree, @ForAll long style) throws SourceException {
        check("json", new FlowWriter(style, false).write(tree), tree);
    }

    @Property
    void toml(@ForAll("treesWithoutNull") Map<String, Object> tree, @ForAll long style) throws SourceException {
        check("toml", new TomlWriter(style).write(tree), tree);
    }

    @Property
    void properties(@ForAll("properties") Map<String, String> tree, @ForAll long style) throws SourceException {
        check("properties", new LinesWriter(style, "properties").write(tree), tree);
    }

    @Property
    void propertiesInLatin1(@ForAll("properties") Map<String, String> tree, @ForAll long style) throws SourceException {
        check("properties-latin1", new LinesWriter(style, "properties-latin1").write(tree), tree);
    }

    @Property
    void environmentFiles(@ForAll("variables") Map<String, String> tree, @ForAll long style) throws SourceException {
        check("env", new LinesWriter(style, "env").write(tree), tree);
    }

    private static void check(String format, TreeWriter written, Map<String, ?> tree) throws SourceException {
        byte[] bytes = written.text()
                .getBytes(format.endsWith("latin1") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
        Branch root = Parsing.parse(format, bytes);
        assertThat(Trees.plain(root)).as(written.text()).isEqualTo(tree);
        assertThat(Parsing.leaves(root)).as(written.text()).containsExactlyInAnyOrderElementsOf(written.leaves());
    }

    @Provide
    Arbitrary<Map<String, Object>> trees() {
        return Trees.trees(true);
    }

    @Provide
    Arbitrary<Map<String, Object>> treesWithoutNull() {
        return Trees.trees(false);
    }

    @Provide
    Arbitrary<Map<String, String>> properties() {
        return Trees.flat(Trees.texts());
    }

    @Provide
    Arbitrary<Map<String, String>> variables() {
        return Trees.flat(Arbitraries.strings()
                .withCharRange('A', 'Z')
                .withChars("_.-x0")
                .ofMinLength(1)
                .ofMaxLength(8)
                .map(name -> "K" + name));
    }
}
