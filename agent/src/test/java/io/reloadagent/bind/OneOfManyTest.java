package io.reloadagent.bind;

import static org.assertj.core.api.Assertions.assertThat;

import io.reloadagent.field.Cell;
import io.reloadagent.field.DynamicClass;
import io.reloadagent.source.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.dynamic.DynamicType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@SuppressWarnings("ReferenceEquality")
@DisplayName("A change of one key in 10,000")
class OneOfManyTest {

    private static final int CLASSES = 100;
    private static final int FIELDS = 100;

    @Test
    @DisplayName("is one change, converts one value and opens one cell; the other values are the same objects")
    void costsOneChange() throws Exception {
        Rule[] rules = IntStream.range(0, CLASSES)
                .mapToObj(i -> new Rule(new ClassPattern(className(i)), Path.of("section" + i), null, true))
                .toArray(Rule[]::new);
        Bound bound = new Bound(source(5), rules);
        List<DynamicClass> classes = new ArrayList<>();
        for (int i = 0; i < CLASSES; i++) {
            classes.add(bound.binder.describe(newClass(i)));
            classes.get(i).cell("maxConns0", "Ljava/lang/String;");
        }
        assertThat(bound.registered).hasSize(CLASSES * FIELDS);
        List<Object> before = inForce(bound);

        ChangeSet changes = bound.compare(source(6));
        assertThat(Bound.values(changes)).containsOnly(Map.entry("section0.max_conns0", List.of("5", "6")));
        assertThat(changes.overrides()).hasSize(1);
        assertThat(changes.resets()).isEmpty();
        assertThat(changes.restartRequired()).isEmpty();

        bound.apply(changes);
        List<Object> after = inForce(bound);
        long others = IntStream.range(0, after.size())
                .filter(i -> after.get(i) == before.get(i))
                .count();
        assertThat(others).isEqualTo(CLASSES * FIELDS - 1);
        assertThat(classes).hasSize(CLASSES); // held until here, as classes hold theirs
    }

    private static List<Object> inForce(Bound bound) {
        List<Object> values = new ArrayList<>();
        for (Cell cell : bound.registered) {
            values.add(bound.inForce(cell));
        }
        return values;
    }

    private static String source(int first) {
        StringBuilder yaml = new StringBuilder();
        for (int i = 0; i < CLASSES; i++) {
            yaml.append("section").append(i).append(":\n");
            for (int j = 0; j < FIELDS; j++) {
                yaml.append("  max-conns").append(j).append(": ");
                yaml.append(i == 0 && j == 0 ? first : j).append('\n');
            }
        }
        return yaml.toString();
    }

    private static String className(int number) {
        return "com.acme.generated.Texts" + number;
    }

    private static Class<?> newClass(int number) {
        DynamicType.Builder<?> builder = new ByteBuddy().subclass(Object.class).name(className(number));
        for (int j = 0; j < FIELDS; j++) {
            builder = builder.defineField("maxConns" + j, String.class);
        }
        return builder.make().load(OneOfManyTest.class.getClassLoader()).getLoaded();
    }
}
