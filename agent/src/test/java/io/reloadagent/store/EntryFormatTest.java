package io.reloadagent.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reloadagent.source.Branch;
import io.reloadagent.source.Document;
import io.reloadagent.source.Leaf;
import io.reloadagent.source.Leaves;
import io.reloadagent.source.Node;
import io.reloadagent.source.Origin;
import io.reloadagent.source.Problem;
import io.reloadagent.source.Sequence;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A file of the history")
class EntryFormatTest {

    private static final Origin PLACE = new Origin("a.yaml", 3, 5);

    @Test
    @DisplayName(
            "gives back every value with its text, type and place, nulls, lists, mappings, variables and problems included")
    void exact() throws Exception {
        Map<String, Node> entries = new LinkedHashMap<>();
        entries.put("none", new Leaf(PLACE, "~", null));
        entries.put("yes", new Leaf(PLACE, "yes", true));
        entries.put("hex", new Leaf(PLACE, "0x10", 16));
        entries.put("long", new Leaf(PLACE, "4_000_000_000", 4_000_000_000L));
        entries.put("big", new Leaf(PLACE, "1" + "0".repeat(40), new BigInteger("1" + "0".repeat(40))));
        entries.put("double", new Leaf(PLACE, "1.10", 1.1));
        entries.put("nan", new Leaf(PLACE, ".nan", Double.NaN));
        entries.put("text", new Leaf(new Origin("b.env", 0, 0), "a \u0000 \ud800 \u00e4 \ud83d\ude00", "other"));
        entries.put("empty", new Leaf(PLACE, "", ""));
        entries.put("list", new Sequence(PLACE, List.of(new Leaf(PLACE, "1", 1), new Leaf(PLACE, "x", "x"))));
        entries.put("map", new Branch(PLACE, Map.of(), Map.of()));
        entries.put("A_VARIABLE", new Leaf(PLACE, "v", "v"));
        entries.put("broken", new Leaf(PLACE, "${x}", "${x}").because(new Problem(PLACE, null, "no x")));
        entries.put("secret", Leaf.withheld(PLACE));
        Branch root = Branch.of(PLACE, entries, Map.of("yes", new Origin("a.yaml", 9, 1)), List.of("A_VARIABLE"));
        Document document = new Document("a.yaml, b.env", root);

        Entry read = EntryFormat.read(EntryFormat.write(
                new Entry(Map.of("version", 7L, "reason", "caf\u00e9"), document, null, List.of("a.key"))));

        assertThat(read.document().name()).isEqualTo("a.yaml, b.env");
        assertThat(read.document().root()).isEqualTo(root);
        assertThat(read.document().root().isVariable("A_VARIABLE")).isTrue();
        assertThat(read.document().root().isVariable("yes")).isFalse();
        assertThat(read.document().root().keyOrigin("yes")).isEqualTo(new Origin("a.yaml", 9, 1));
        assertThat(((Leaf) read.document().root().entries().get("secret")).isWithheld())
                .isTrue();
        Leaves.of(root)
                .forEach((path, node) -> assertThat(
                                Leaves.of(read.document()).get(path).origin())
                        .as(path)
                        .isEqualTo(node.origin()));
        assertThat(read.initial()).isNull();
        assertThat(read.told()).containsEntry("version", 7L).containsEntry("reason", "caf\u00e9");
        assertThat(read.secretPaths()).containsExactly("a.key");
    }

    @Test
    @DisplayName("is refused wherever it is cut off, and whichever bit of it is another")
    void damaged() throws Exception {
        byte[] whole = EntryFormat.write(new Entry(Map.of("version", 7L), Document.empty("a.yaml"), null, List.of()));
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> EntryFormat.read(cut)).isInstanceOf(UnreadableEntryException.class);
        }
        for (int i = 0; i < whole.length; i++) {
            byte[] changed = whole.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> EntryFormat.read(changed)).isInstanceOf(UnreadableEntryException.class);
        }
    }

    @Test
    @DisplayName("of a later format is told from one that is broken")
    void newer() {
        assertThatThrownBy(() -> EntryFormat.read("reload-agent history 2\nanything".getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        UnreadableEntryException.class,
                        e -> assertThat(e.isNewer()).isTrue())
                .hasMessageContaining("format 2");
    }
}
