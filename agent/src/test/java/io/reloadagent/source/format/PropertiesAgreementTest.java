package io.reloadagent.source.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.reloadagent.source.Branch;
import io.reloadagent.source.Leaf;
import io.reloadagent.source.SourceException;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Label("A properties file says what java.util.Properties reads in it")
class PropertiesAgreementTest {

    @Property(tries = 20_000)
    void inEveryCorner(@ForAll("texts") String text) throws SourceException, IOException {
        Recording expected = new Recording();
        try {
            expected.load(new StringReader(text));
        } catch (IllegalArgumentException e) {
            if (!expected.twice) {
                assertThat(Parsing.refusal("properties", text)).hasMessageContaining("four hexadecimal digits");
            }
            return;
        }
        if (expected.twice) {
            assertThat(Parsing.refusal("properties", text)).hasMessageContaining("this key stands here and at");
        } else if (expected.isEmpty()) {
            assertThat(Parsing.refusal("properties", text)).hasMessageContaining("is empty");
        } else {
            Branch root = Parsing.parse("properties", text);
            Map<Object, Object> found = new HashMap<>();
            root.entries().forEach((key, node) -> found.put(key, ((Leaf) node).text()));
            assertThat(found).isEqualTo(expected);
            root.entries()
                    .values()
                    .forEach(node -> assertThat(pointsAtItsText((Leaf) node, text))
                            .as("%s at %s of %s", ((Leaf) node).text(), node.origin(), text)
                            .isTrue());
        }
    }

    private static boolean pointsAtItsText(Leaf leaf, String text) {
        String[] lines = text.split("\r\n|\r|\n", -1);
        String rest = lines[leaf.origin().line() - 1].substring(leaf.origin().column() - 1);
        return leaf.text().isEmpty()
                ? rest.replaceAll("\\\\", "").isBlank()
                : rest.startsWith("\\") || rest.charAt(0) == leaf.text().charAt(0);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "\\", "\n", "\r", "\r\n", " ", "\t", "\f", "#", "!", "=", ":", "u", "0041", "a", "b", "\u00e9",
                        "\\\n ", "k=")
                .list()
                .ofMaxSize(14)
                .map(parts -> String.join("", parts));
    }

    private static final class Recording extends Properties {

        private static final long serialVersionUID = 1;

        private boolean twice;

        @Override
        public synchronized Object put(Object key, Object value) {
            twice |= containsKey(key);
            return super.put(key, value);
        }
    }
}
