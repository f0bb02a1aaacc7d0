package io.reloadagent.bind;

import static io.reloadagent.bind.Conversion.convert;
import static io.reloadagent.bind.Conversion.listOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reloadagent.bind.Sample.Holder;
import io.reloadagent.bind.Sample.Limits;
import io.reloadagent.bind.Sample.Mode;
import io.reloadagent.bind.Sample.Pool;
import io.reloadagent.bind.Sample.WithSetters;
import io.reloadagent.source.SourceException;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConverterTest {

    @ParameterizedTest(name = "{0} is an int")
    @CsvSource({"5, 5", "-7, -7", "0x1F, 31", "010, 8", "1_000, 1000", "'\"20\"', 20", "2147483647, 2147483647"})
    void intsAreReadAsYamlUnderstandsThem(String text, int expected) throws SourceException {
        assertThat(convert(text, int.class)).isEqualTo(expected);
        assertThat(convert(text, Integer.class)).isEqualTo(expected);
    }

    @Test
    void everyPrimitiveAndItsBoxIsRead() throws SourceException {
        assertThat(convert("-128", byte.class)).isEqualTo((byte) -128);
        assertThat(convert("32767", Short.class)).isEqualTo((short) 32767);
        assertThat(convert("9223372036854775807", long.class)).isEqualTo(Long.MAX_VALUE);
        assertThat(convert("1.5", float.class)).isEqualTo(1.5f);
        assertThat(convert("3", double.class)).isEqualTo(3.0);
        assertThat(convert(".inf", Double.class)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(convert("yes", boolean.class)).isEqualTo(true);
        assertThat(convert("'false'", Boolean.class)).isEqualTo(false);
        assertThat(convert("x", char.class)).isEqualTo('x');
        assertThat(convert("7", Character.class)).isEqualTo('7');
    }

    @ParameterizedTest(name = "{0} stays as written")
    @ValueSource(strings = {"1.10", "12:30:45", "yes", "2001-12-14", "0x1F", "010", "1_000"})
    void aTextIsWhatWasWritten(String text) throws SourceException {
        assertThat(convert(text, String.class)).isEqualTo(text);
    }

    @Test
    void nullIsNullWhereTheTypeAllows() throws SourceException {
        assertThat(convert("~", String.class)).isNull();
        assertThat(convert("", Integer.class)).isNull();
        assertThat(convert("[1, ~]", listOf(Integer.class))).isEqualTo(Arrays.asList(1, null));
    }

    @Test
    void bigNumbersKeepEveryDigit() throws SourceException {
        assertThat(convert("0.10000000000000000000000000000000001", BigDecimal.class))
                .isEqualTo(new BigDecimal("0.10000000000000000000000000000000001"));
        assertThat(convert("123456789012345678901234567890", BigInteger.class))
                .isEqualTo(new BigInteger("123456789012345678901234567890"));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "5s, PT5S",
        "1m30s, PT1M30S",
        "250ms, PT0.25S",
        "1h, PT1H",
        "2d, PT48H",
        "1d2h3m4s5ms, PT26H3M4.005S",
        "1h 30m, PT1H30M",
        "PT5S, PT5S",
        "P1D, PT24H",
        "0, PT0S",
        "500us, PT0.0005S"
    })
    void durationsAreReadAsPeopleWriteThem(String text, String expected) throws SourceException {
        assertThat(convert(text, Duration.class)).isEqualTo(Duration.parse(expected));
    }

    @ParameterizedTest(name = "{0} finds the constant")
    @ValueSource(strings = {"READ_ONLY", "read-only", "readOnly", "Read_Only"})
    void enumsAreRelaxed(String text) throws SourceException {
        assertThat(convert(text, Mode.class)).isEqualTo(Mode.READ_ONLY);
    }

    @Test
    void anEnumConstantThatYamlTakesForABooleanIsFound() throws SourceException {
        assertThat(convert("off", Mode.class)).isEqualTo(Mode.OFF);
    }

    @Test
    void typesOfTheJdkWithATextFormAreRead() throws SourceException {
        assertThat(convert("http://h/p", URI.class)).isEqualTo(URI.create("http://h/p"));
        assertThat(((AtomicInteger) convert("5", AtomicInteger.class)).get()).isEqualTo(5);
    }

    @Test
    void collectionsAreConvertedDeepAndUnmodifiable() throws Exception {
        Type type = Holder.class.getDeclaredField("nested").getGenericType();
        Map<?, ?> map = (Map<?, ?>) convert("{READ_ONLY: [[1, 2], []], off: [[3]]}", type);

        assertThat(map.toString()).isEqualTo("{READ_ONLY=[[1, 2], []], OFF=[[3]]}");
        List<?> inner = (List<?>) map.get(Mode.READ_ONLY);
        assertThatThrownBy(map::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(inner::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(((Set<?>) inner.get(0))::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void fieldsOfAllKindsOfCollectionsAreFilled() throws SourceException {
        Holder holder = (Holder) convert("""
                by-mode: {off: 1}
                some: [read-only]
                sorted: {b: 1, a: 2}
                own: [1]
                waits: [1s, 2m]
                by_number: {7: seven}
                anything: {a: [1, {b: yes}]}
                modes: [off, off]
                grid: [[1], [2, 3]]
                password: hunter2
                """, Holder.class);

        assertThat(holder.byMode).containsEntry(Mode.OFF, 1);
        assertThat(holder.some).containsExactly(Mode.READ_ONLY);
        assertThat(holder.sorted).hasToString("{a=2, b=1}");
        assertThat(holder.own).containsExactly(1);
        assertThat(holder.waits).containsExactly(Duration.ofSeconds(1), Duration.ofMinutes(2));
        assertThat(holder.byNumber).containsEntry(7, "seven");
        assertThat(holder.anything).isEqualTo(Map.of("a", List.of(1, Map.of("b", true))));
        assertThat(holder.modes).containsExactly(Mode.OFF, Mode.OFF);
        assertThat(holder.grid).isEqualTo(new int[][] {{1}, {2, 3}});
        assertThat(holder.password).containsExactly("hunter2".toCharArray());
    }

    @Test
    void aSetKeepsTheOrderOfTheDocument() throws SourceException {
        Set<?> set = (Set<?>) convert("[zebra, ant, mole, bee]", new Generic(Set.class, String.class));
        assertThat(set.toString()).isEqualTo("[zebra, ant, mole, bee]");
    }

    @Test
    void privateFieldsAreFilledHoweverTheirKeysAreWritten() throws SourceException {
        Pool pool = (Pool) convert("""
                max-conns: 9
                TIMEOUT: 3s
                hosts: [a, 1.10]
                weights: {fooBar: 1, foo_bar: 2, a.b: 3}
                fallback.mode: read-write
                fallback: {max_conns: 2}
                """, Pool.class);

        assertThat(pool.getMaxConns()).isEqualTo(9);
        assertThat(pool.getTimeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(pool.user).isNull();
        assertThat(pool.hosts).containsExactly("a", "1.10");
        assertThat(pool.weights).isEqualTo(Map.of("fooBar", 1, "foo_bar", 2, "a.b", 3));
        assertThat(pool.getFallback().getMode()).isEqualTo(Mode.READ_WRITE);
        assertThat(pool.getFallback().getMaxConns()).isEqualTo(2);
        assertThat(pool.getFallback().getTimeout()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void recordsAreBuiltByTheirConstructor() throws SourceException {
        assertThat(convert("{most: 3, within: 5s, modes: [off]}", Limits.class))
                .isEqualTo(new Limits(3, Duration.ofSeconds(5), Set.of(Mode.OFF)));
        assertThat(convert("{most: 3}", Limits.class)).isEqualTo(new Limits(3, null, null));
    }

    @Test
    void listsOfRecordsAndOfObjectsAreBuilt() throws SourceException {
        assertThat(convert("[{most: 1}, {most: 2}]", listOf(Limits.class)))
                .isEqualTo(List.of(new Limits(1, null, null), new Limits(2, null, null)));
    }

    @Test
    void aSetterIsPreferredToItsField() throws SourceException {
        WithSetters bean = (WithSetters) convert("{size: 7}", WithSetters.class);
        assertThat(bean.getSize()).isEqualTo(7);
        assertThat(bean.isCalled()).isTrue();
    }
}
