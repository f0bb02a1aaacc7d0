package io.reloadagent.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InstancesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** No two of them may be compared. */
    private static final class Incomparable {

        @Override
        public boolean equals(Object other) {
            throw new AssertionError("compared");
        }

        @Override
        public int hashCode() {
            throw new AssertionError("hashed");
        }
    }

    private final Versions versions = new Versions("basis 1");

    static Stream<Field> instanceFields() {
        return Sample.fields().filter(field -> !Modifier.isStatic(field.getModifiers()));
    }

    private static Object read(Cell field, Object instance, Object own) {
        try {
            return field.site().dynamicInvoker().invoke(instance, own);
        } catch (Throwable failure) {
            throw new AssertionError(failure);
        }
    }

    private Cell cell(String field) throws NoSuchFieldException {
        return versions.cell(Sample.field(field));
    }

    /** A row of one field, with a value. */
    private Row row(Instances instances, Object value) {
        Row row = instances.row(Set.of());
        Reads.register(versions, row.cells().get(0), value);
        return row;
    }

    @ParameterizedTest
    @MethodSource("instanceFields")
    void anInstanceReadsTheValueOfItsRowAndOthersThatOfTheField(Field field) {
        Cell cell = versions.cell(field);
        Reads.register(versions, cell, Sample.override(field));
        Reads.settle(versions, List.of(cell));
        Instances instances = new Instances(versions, List.of(cell));
        Object instance = new Incomparable();
        Object own = Sample.own(field);
        Row row = row(instances, Sample.secondOverride(field));
        instances.bind(instance, row);

        assertThat(read(cell, instance, own)).isEqualTo(Sample.secondOverride(field));
        assertThat(read(cell, new Incomparable(), own)).isEqualTo(Sample.override(field));
        Reads.settle(versions, List.of(cell, row.cells().get(0)));
        assertThat(read(cell, instance, own)).isEqualTo(Sample.secondOverride(field));
        assertThat(read(cell, new Incomparable(), own)).isEqualTo(Sample.override(field));

        instances.unbind(instance);
        assertThat(read(cell, instance, own)).isEqualTo(Sample.override(field));
    }

    @ParameterizedTest
    @MethodSource("instanceFields")
    void anInstanceWithoutAValueReadsItsOwn(Field field) {
        Cell cell = versions.cell(field);
        Reads.register(versions, cell, Sample.override(field));
        Instances instances = new Instances(versions, List.of(cell));
        Object instance = new Incomparable();
        Row row = instances.row(Set.of());
        Reads.registerWithout(versions, row.cells().get(0));
        instances.bind(instance, row);
        assertThat(read(cell, instance, Sample.own(field))).isEqualTo(Sample.own(field));
    }

    @Test
    void aFieldThatARowSharesIsStillSettled() throws Exception {
        Cell shared = cell("anInt");
        Cell apart = cell("aLong");
        Reads.register(versions, shared, 5);
        Reads.register(versions, apart, 6L);
        Instances instances = new Instances(versions, List.of(shared, apart));
        Row row = instances.row(Set.of(shared));
        Reads.register(versions, row.cells().get(1), 7L);
        Object instance = new Incomparable();
        Object before = shared.site().getTarget();
        instances.bind(instance, row);
        assertThat(shared.site().getTarget()).isSameAs(before);
        assertThat(read(shared, instance, 1)).isEqualTo(5);
        assertThat(read(apart, instance, 1L)).isEqualTo(7L);
    }

    @Test
    void allRowsChangeAtTheCommitAndAPinSeesTheOldOnes() throws Exception {
        Cell cell = cell("anInt");
        Instances instances = new Instances(versions, List.of(cell));
        Reads.registerWithout(versions, cell);
        Row left = row(instances, 10);
        Row right = row(instances, 20);
        Object one = new Incomparable();
        Object two = new Incomparable();
        instances.bind(one, left);
        instances.bind(two, right);
        Pin pin = versions.pin();
        Map<Cell, Object> values = new HashMap<>();
        values.put(left.cells().get(0), 11);
        values.put(right.cells().get(0), 21);
        Swap swap = Swap.open(versions, versions.current(), "basis 2", values, List.of());
        assertThat(read(cell, one, 1)).isEqualTo(10);
        swap.commit();
        assertThat(read(cell, one, 1)).isEqualTo(10);
        assertThat(Reads.<Object>elsewhere(() -> read(cell, one, 1))).isEqualTo(11);
        assertThat(Reads.<Object>elsewhere(() -> read(cell, two, 1))).isEqualTo(21);
        pin.close();
        assertThat(read(cell, two, 1)).isEqualTo(21);
    }

    @Test
    void readersFindTheirInstancesWhileOthersAreBound() throws Exception {
        Cell cell = cell("anInt");
        Reads.registerWithout(versions, cell);
        Instances instances = new Instances(versions, List.of(cell));
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            rows.add(row(instances, 1_000 + i));
        }
        int count = 5_000;
        Object[] bound = new Object[count];
        for (int i = 0; i < count; i++) {
            bound[i] = new Incomparable();
        }
        instances.bind(bound[0], rows.get(0));
        FutureTask<Integer> wrong = new FutureTask<>((Callable<Integer>) () -> {
            int failures = 0;
            while (!read(cell, bound[count - 1], -1).equals(1_000 + (count - 1) % 10)) {
                failures += read(cell, bound[0], -1).equals(1_000) ? 0 : 1;
            }
            return failures;
        });
        Thread reader = new Thread(wrong);
        reader.start();
        for (int i = 1; i < count; i++) {
            instances.bind(bound[i], rows.get(i % 10));
        }
        reader.join(PATIENCE.toMillis());
        assertThat(wrong.get()).isZero();
        for (int i = 0; i < count; i++) {
            assertThat(read(cell, bound[i], -1)).isEqualTo(1_000 + i % 10);
        }
    }

    @Test
    void aReaderNeverSeesTheValueOfARowThatGotThePlacesOfAnother() throws Exception {
        Cell cell = cell("anInt");
        Reads.registerWithout(versions, cell);
        Instances instances = new Instances(versions, List.of(cell));
        Object instance = new Incomparable();
        Object other = new Incomparable();
        Row[] own = {row(instances, 1), null};
        instances.bind(instance, own[0]);
        FutureTask<Integer> wrong = new FutureTask<>((Callable<Integer>) () -> {
            int failures = 0;
            while (!Thread.currentThread().isInterrupted()) {
                failures += read(cell, instance, -1).equals(1) ? 0 : 1;
            }
            return failures;
        });
        Thread reader = new Thread(wrong);
        reader.start();
        for (int i = 0; i < 20_000; i++) {
            own[1] = row(instances, 1);
            instances.bind(instance, own[1]);
            instances.drop(own[0]);
            own[0] = own[1];
            Row foreign = row(instances, 2); // at the index that was dropped
            instances.bind(other, foreign);
            instances.unbind(other);
            instances.drop(foreign);
        }
        reader.interrupt();
        reader.join(PATIENCE.toMillis());
        assertThat(wrong.get()).isZero();
    }

    @Test
    void collectedInstancesLeaveTheirRowEmptyAndTheTableSmall() throws Exception {
        Cell cell = cell("anInt");
        Reads.registerWithout(versions, cell);
        Instances instances = new Instances(versions, List.of(cell));
        Row row = row(instances, 10);
        Object staying = new Incomparable();
        Row other = row(instances, 20);
        instances.bind(staying, other);
        for (int i = 0; i < 1_000; i++) {
            instances.bind(new Incomparable(), row);
        }
        assertThat(instances.empty()).doesNotContain(other);
        await().atMost(PATIENCE).until(() -> {
            System.gc();
            return instances.empty().contains(row);
        });
        assertThat(read(cell, staying, 1)).isEqualTo(20);
        instances.drop(row);
        assertThat(instances.empty()).isEmpty();
        assertThat(versions.current().knows(row.cells().get(0))).isFalse();
        assertThat(row(instances, 30).cells().get(0).index())
                .isEqualTo(row.cells().get(0).index());
    }

    @Test
    void aForgottenCellMayBeSettledLate() throws Exception {
        Cell text = cell("aString");
        Instances texts = new Instances(versions, List.of(text));
        Row row = row(texts, "text");
        texts.drop(row);
        Cell number = cell("anInt");
        Row reuse = row(new Instances(versions, List.of(number)), 5);
        assertThat(reuse.cells().get(0).index()).isEqualTo(row.cells().get(0).index());
        Reads.settle(versions, List.of(row.cells().get(0), reuse.cells().get(0)));
        assertThat(versions.current().override(reuse.cells().get(0))).isEqualTo(5);
    }

    @Test
    void releasedCellsPassEveryInstancesOwnValueOn() throws Exception {
        Cell cell = cell("anInt");
        Linker linker = new Linker(type -> (name, descriptor) -> cell);
        linker.link("anInt", cell.site().type(), Sample.class, "I");
        Instances instances = new Instances(versions, List.of(cell));
        Object instance = new Incomparable();
        Row row = row(instances, 10);
        instances.bind(instance, row);
        assertThat(read(cell, instance, 1)).isEqualTo(10);
        linker.release(versions);
        assertThat(read(cell, instance, 1)).isEqualTo(1);
        instances.bind(new Incomparable(), row);
        assertThat(read(cell, instance, 1)).isEqualTo(1);
    }

    @Test
    void readersThatAreTooOldForSitesFindTheInstanceToo() throws Throwable {
        Cell cell = cell("anInt");
        Reads.register(versions, cell, 5);
        Instances instances = new Instances(versions, List.of(cell));
        Object instance = new Incomparable();
        instances.bind(instance, row(instances, 10));
        assertThat((int) cell.filter().invokeExact(instance, 1)).isEqualTo(10);
        assertThat((int) cell.filter().invokeExact(new Object(), 1)).isEqualTo(5);
    }
}
