package io.reloadagent.source.kind;

import io.reloadagent.source.Branch;
import io.reloadagent.source.Content;
import io.reloadagent.source.Document;
import io.reloadagent.source.Format;
import io.reloadagent.source.Leaf;
import io.reloadagent.source.Node;
import io.reloadagent.source.Origin;
import io.reloadagent.source.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** What {@link Entries} writes: each name a key, each value a text. Immutable. */
final class EntriesFormat implements Format {

    private final boolean variables;
    private final Function<byte[], String> text;
    private final Function<String, Origin> origins;

    /**
     * @param variables whether the names are those of variables, in which {@code _} may stand for a dot
     * @param text makes a text of a value; null if that cannot be done
     * @param origins where the value of a name stands
     */
    EntriesFormat(boolean variables, Function<byte[], String> text, Function<String, Origin> origins) {
        this.variables = variables;
        this.text = text;
        this.origins = origins;
    }

    @Override
    public String name() {
        return "entries";
    }

    @Override
    public Document parse(Content content) {
        Origin origin = Origin.of(content.name());
        Map<String, Leaf> leaves = new LinkedHashMap<>();
        Entries.decode(content.bytes())
                .forEach((name, value) -> leaves.put(name.replace('/', '.'), leaf(origins.apply(name), value)));
        return new Document(content.name(), variables ? Branch.ofVariables(origin, leaves) : branch(origin, leaves));
    }

    private static Branch branch(Origin origin, Map<String, Leaf> leaves) {
        Map<String, Node> entries = new LinkedHashMap<>(leaves);
        Map<String, Origin> keys = new LinkedHashMap<>();
        leaves.forEach((name, leaf) -> keys.put(name, leaf.origin()));
        return new Branch(origin, entries, keys);
    }

    private Leaf leaf(Origin origin, byte[] value) {
        String plain = text.apply(value);
        return plain == null
                ? Leaf.unusable(new Problem(origin, null, "is not UTF-8 text, and no value can be made of it"))
                : new Leaf(origin, plain, plain);
    }
}
