package io.reloadagent.source.format;

import io.reloadagent.source.Branch;
import io.reloadagent.source.Leaf;
import io.reloadagent.source.Node;
import io.reloadagent.source.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Generates what a document may hold: maps, lists and scalars of the JDK. */
final class Trees {

    private static final String[] CHARACTERS = "aB07.-_ \t\n\r\"'\\#=:{[,%$~!*\u00e4\u20ac\u2028\u0085\uD83D\uDE00"
            .codePoints()
            .mapToObj(Character::toString)
            .toArray(String[]::new);

    private Trees() {}

    static Arbitrary<String> texts() {
        return Arbitraries.of(CHARACTERS).list().ofMaxSize(9).map(parts -> String.join("", parts));
    }

    static Arbitrary<Map<String, String>> flat(Arbitrary<String> keys) {
        return Arbitraries.maps(keys, texts()).ofMinSize(1).ofMaxSize(8).map(LinkedHashMap::new);
    }

    static Arbitrary<Map<String, Object>> trees(boolean withNull) {
        Arbitrary<Object> scalars = Arbitraries.oneOf(
                texts().asGeneric(),
                Arbitraries.integers().asGeneric(),
                Arbitraries.longs().filter(n -> n != (int) (long) n).asGeneric(),
                Arbitraries.doubles().between(-1e6, 1e6).ofScale(3).asGeneric(),
                Arbitraries.of(true, false).asGeneric());
        return maps(withNull ? scalars.injectNull(0.1) : scalars, 3).filter(tree -> !tree.isEmpty());
    }

    private static Arbitrary<Map<String, Object>> maps(Arbitrary<Object> scalars, int depth) {
        return Arbitraries.maps(texts(), values(scalars, depth)).ofMaxSize(5).map(LinkedHashMap::new);
    }

    private static Arbitrary<Object> values(Arbitrary<Object> scalars, int depth) {
        if (depth == 0) {
            return scalars;
        }
        return Arbitraries.frequencyOf(
                Tuple.of(4, scalars),
                Tuple.of(1, Arbitraries.lazy(() -> maps(scalars, depth - 1).asGeneric())),
                Tuple.of(1, values(scalars, depth - 1).list().ofMaxSize(4).asGeneric()));
    }

    /** What was parsed, in the same classes. */
    static Object plain(Node node) {
        if (node instanceof Leaf leaf) {
            return leaf.value();
        }
        if (node instanceof Sequence sequence) {
            List<Object> items = new ArrayList<>();
            sequence.items().forEach(item -> items.add(plain(item)));
            return items;
        }
        Map<String, Object> map = new LinkedHashMap<>();
        ((Branch) node).entries().forEach((key, value) -> map.put(key, plain(value)));
        return map;
    }
}
