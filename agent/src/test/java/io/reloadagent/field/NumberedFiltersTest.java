package io.reloadagent.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandle;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NumberedFiltersTest {

    private static final String SAMPLE = Sample.class.getName().replace('.', '/');
    private static final String UNDEPLOYED = Undeployed.class.getName().replace('.', '/');

    /** More often than handles are called before the JVM makes code for them. */
    private static final int OFTEN = 1_000;

    @SuppressWarnings("unused")
    static class Undeployed {
        static Undeployed shared = new Undeployed();
    }

    /** Loads {@link Undeployed} anew. */
    private static final class Deployment extends ClassLoader {

        private Deployment() {
            super(Deployment.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null && name.equals(Undeployed.class.getName())
                    ? define(name)
                    : super.loadClass(name, resolve);
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    private final ClassLoader loader = getClass().getClassLoader();
    private final Versions versions = new Versions("basis");
    private final List<Cell> cells = new ArrayList<>();
    private final Map<String, Object> overrides = new HashMap<>();
    private final NumberedFilters filters =
            new NumberedFilters(new Linker(this::describe), new AtomicInteger()::getAndIncrement);

    private DynamicClass describe(Class<?> type) {
        Map<String, Cell> described = new HashMap<>();
        for (Field field : type.getDeclaredFields()) {
            if (overrides.containsKey(field.getName())) {
                Cell cell = versions.cell(field);
                Reads.register(versions, cell, overrides.get(field.getName()));
                described.put(field.getName(), cell);
            }
        }
        cells.addAll(described.values());
        return (name, descriptor) -> described.get(name);
    }

    private Object read(int number, Object own) throws Throwable {
        return filter(filters.link(number), number).invoke((Object) this, own);
    }

    private static MethodHandle filter(AtomicReferenceArray<?> table, int number) {
        return (MethodHandle) ((Reference<?>) table.get(number)).get();
    }

    private int number(Field field) {
        return filters.number(loader, SAMPLE, field.getName(), SiteType.descriptorOf(field.getType()));
    }

    @ParameterizedTest
    @MethodSource("io.reloadagent.field.Sample#fields")
    void aFilterReadsTheVersionInForceOpenAndSettled(Field field) throws Throwable {
        overrides.put(field.getName(), Sample.override(field));
        int number = number(field);
        assertThat(read(number, Sample.own(field))).isEqualTo(Sample.override(field));

        Cell cell = cells.get(0);
        Reads.settle(versions, cells);
        assertThat(read(number, Sample.own(field))).isEqualTo(Sample.override(field));
        Reads.open(versions, "basis 2", cell, Sample.secondOverride(field)).commit();
        assertThat(read(number, Sample.own(field))).isEqualTo(Sample.secondOverride(field));
        Swap.open(versions, versions.current(), "basis 3", Map.of(), cells).commit();
        assertThat(read(number, Sample.own(field))).isEqualTo(Sample.own(field));
    }

    @ParameterizedTest
    @MethodSource("io.reloadagent.field.Sample#fields")
    void aFieldThatIsNotDynamicKeepsTheValueRead(Field field) throws Throwable {
        assertThat(read(number(field), Sample.own(field))).isEqualTo(Sample.own(field));
    }

    @Test
    void aFieldHasOneNumberAndOneFilterALoader() throws ClassNotFoundException {
        overrides.put("anInt", 7);
        int number = filters.number(loader, SAMPLE, "anInt", "I");
        assertThat(filters.number(loader, SAMPLE, "anInt", "I")).isEqualTo(number);
        assertThat(filters.number(loader, SAMPLE, "aLong", "J")).isNotEqualTo(number);
        assertThat(filters.number(new Deployment(), SAMPLE, "anInt", "I")).isNotEqualTo(number);
        assertThat(filters.describe(number)).isEqualTo(Sample.class.getName() + ".anInt");

        MethodHandle filter = filter(filters.link(number), number);
        assertThat(filter(filters.link(number), number)).isSameAs(filter);
    }

    @Test
    void anUnknownNumberHasNoTable() throws ClassNotFoundException {
        assertThat(filters.link(5)).isNull();
    }

    @Test
    void aReadThatFailsToLinkKeepsTheValueReadFromThenOn() {
        int number = filters.number(loader, "com/acme/Nowhere", "size", "I");
        int other = filters.number(loader, SAMPLE, "anInt", "I");
        assertThatThrownBy(() -> filters.link(number)).isInstanceOf(ClassNotFoundException.class);
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            System.gc();
            assertThat((int) filter(filters.link(other), number).invokeExact((Object) this, 7))
                    .isEqualTo(7);
        });
    }

    @Test
    void aFilterStaysAsLongAsTheClassOfItsField() throws Throwable {
        overrides.put("staticInt", 7);
        int number = filters.number(loader, SAMPLE, "staticInt", "I");
        AtomicReferenceArray<?> table = filters.link(number);
        WeakReference<Object> probe = new WeakReference<>(new Object());
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            System.gc();
            return probe.get() == null;
        });
        assertThat((int) filter(table, number).invokeExact((Object) null, 1)).isEqualTo(7);
    }

    @Test
    void aClassLoaderThatNobodyUsesIsUnloadedAndItsFiltersAreForgotten() throws Throwable {
        int[] number = new int[1];
        WeakReference<ClassLoader> gone = deploy(number);
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            System.gc();
            return gone.get() == null;
        });
        assertThat(filters.link(number[0])).isNull();
        int next = filters.number(loader, SAMPLE, "anInt", "I");
        assertThat(next).as("never used again").isGreaterThan(number[0]);
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            filters.number(loader, SAMPLE, "anInt", "I");
            return filters.link(next).get(number[0]) == null;
        });
        assertThat(filters.describe(number[0])).isEqualTo("null");
    }

    private WeakReference<ClassLoader> deploy(int[] number) throws Throwable {
        Deployment deployment = new Deployment();
        Field field = deployment.loadClass(Undeployed.class.getName()).getDeclaredField("shared");
        field.setAccessible(true);
        overrides.put("shared", field.get(null));
        number[0] = filters.number(deployment, UNDEPLOYED, "shared", "L" + UNDEPLOYED + ";");
        for (int i = 0; i < OFTEN; i++) {
            assertThat(read(number[0], null)).isSameAs(overrides.get("shared"));
            if (i == OFTEN / 2) {
                Reads.settle(versions, cells);
            }
        }
        cells.clear();
        overrides.clear();
        return new WeakReference<>(deployment);
    }
}
