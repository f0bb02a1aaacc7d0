package io.reloadagent.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RetransformationTest {

    private static final int COUNT = 120;

    /** So many arrays of arrays: classes that are easily made. */
    private final List<Class<?>> classes =
            Stream.<Class<?>>iterate(int[].class, Class::arrayType).limit(COUNT).collect(Collectors.toList());

    private final List<Class<?>> broken = new ArrayList<>();
    private final List<List<Class<?>>> batches = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private boolean ended;

    /** A JVM in which some classes cannot be changed. */
    private final Instrumentation instrumentation = (Instrumentation) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {Instrumentation.class}, (proxy, method, arguments) -> {
                List<Class<?>> batch = Arrays.asList((Class<?>[]) arguments[0]);
                if (batch.stream().anyMatch(broken::contains)) {
                    throw new VerifyError("broken");
                }
                batches.add(batch);
                return null;
            });

    private void run() {
        new Retransformation(
                        instrumentation, (type, why) -> failures.add(classes.indexOf(type) + " " + why.getMessage()))
                .run(classes, () -> ended);
    }

    private List<Class<?>> changed() {
        return batches.stream().flatMap(List::stream).collect(Collectors.toList());
    }

    @Test
    void classesAreRetransformedInBatches() {
        run();
        assertThat(batches).extracting(List::size).containsExactly(50, 50, 20);
        assertThat(changed()).isEqualTo(classes);
        assertThat(failures).isEmpty();
    }

    @Test
    void theClassesThatFailAreFoundAndAllOthersChanged() {
        broken.addAll(List.of(classes.get(7), classes.get(60), classes.get(61)));
        run();
        assertThat(failures).containsExactly("7 broken", "60 broken", "61 broken");
        assertThat(changed()).hasSize(COUNT - broken.size()).doesNotContainAnyElementsOf(broken);
    }

    @Test
    void noneIsRetransformedWhenItHasEnded() {
        ended = true;
        run();
        assertThat(batches).isEmpty();
    }
}
