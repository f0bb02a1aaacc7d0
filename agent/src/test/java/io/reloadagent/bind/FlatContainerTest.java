package io.reloadagent.bind;

import static org.assertj.core.api.Assertions.assertThat;

import io.reloadagent.source.SourceException;
import java.lang.reflect.Array;
import java.lang.reflect.Type;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A container of scalars is read as within another one, where Jackson reads it")
class FlatContainerTest {

    private static final List<Type> TYPES = List.of(
            new Generic(List.class, String.class),
            new Generic(List.class, Integer.class),
            new Generic(Set.class, Boolean.class),
            new Generic(Set.class, DayOfWeek.class),
            new Generic(Collection.class, Duration.class),
            new Generic(List.class, new Generic(Class.class, Object.class)),
            new Generic(Map.class, String.class, Integer.class),
            new Generic(Map.class, String.class, String.class),
            String[].class,
            int[].class,
            boolean[].class,
            byte[].class,
            Double[].class);

    private static final List<String> DOCUMENTS = List.of(
            "[]",
            "{}",
            "null",
            "''",
            "a",
            "7",
            "[a, b, a]",
            "[1, 2, 2147483648, 3]",
            "[1, null, 2]",
            "['', x]",
            "[true, false, true]",
            "[monday, SUNDAY]",
            "[5s, 1m30s, 5]",
            "[java.lang.String, no.Such]",
            "[[1], {a: 1}, 2]",
            "{a: 1, B-c: 2, d: null}",
            "{a: x, b: [1], c: {d: 1}}");

    private static Stream<Arguments> pairs() {
        return TYPES.stream().flatMap(type -> DOCUMENTS.stream().map(text -> Arguments.of(type, text)));
    }

    @ParameterizedTest(name = "{0} of {1}")
    @MethodSource("pairs")
    void equal(Type type, String text) throws Exception {
        assertThat(FlatContainer.includes(type)).isTrue();
        Type outer = new Generic(List.class, type);
        assertThat(FlatContainer.includes(outer)).isFalse();

        List<String> flat = outcome(text, type, false);
        List<String> nested = outcome("[" + text + "]", outer, true);

        assertThat(flat).isEqualTo(nested);
    }

    @Test
    @DisplayName("Others are left to Jackson")
    void others() {
        assertThat(Stream.of(
                                new Generic(List.class, Object.class),
                                new Generic(Map.class, Integer.class, Integer.class),
                                new Generic(SortedSet.class, String.class),
                                new Generic(ArrayList.class, String.class),
                                int[][].class,
                                List.class,
                                String.class)
                        .filter(FlatContainer::includes))
                .isEmpty();
    }

    /** The value and what it is made of, or the problems; without what differs because it stands within another list. */
    private static List<String> outcome(String yaml, Type type, boolean nested) throws Exception {
        try {
            Object value = Conversion.convert(yaml, type);
            Object inner = nested ? ((List<?>) value).get(0) : value;
            return List.of(shown(inner), inner == null ? "" : inner.getClass().getName());
        } catch (SourceException refused) {
            return refused.problems().stream()
                    .map(problem -> (nested ? problem.path().replaceFirst("\\[0]", "") : problem.path()) + ": "
                            + problem.message())
                    .toList();
        }
    }

    private static String shown(Object value) {
        if (value == null || !value.getClass().isArray()) {
            return String.valueOf(value);
        }
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < Array.getLength(value); i++) {
            items.add(Array.get(value, i));
        }
        return items.toString();
    }
}
