package io.reloadagent.bind;

import static io.reloadagent.bind.Conversion.convert;
import static io.reloadagent.bind.Conversion.lines;
import static io.reloadagent.bind.Conversion.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reloadagent.source.SourceException;
import java.io.File;
import java.lang.reflect.Type;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Of the types of the JDK")
class ConverterTypesTest {

    @Test
    @DisplayName("java.time is read as ISO 8601 has it")
    void time() throws SourceException {
        assertThat(convert("2026-01-31T09:30:00Z", Instant.class)).isEqualTo(Instant.parse("2026-01-31T09:30:00Z"));
        assertThat(convert("2026-01-31T10:30:00+01:00", Instant.class))
                .isEqualTo(Instant.parse("2026-01-31T09:30:00Z"));
        assertThat(convert("2026-01-31", LocalDate.class)).isEqualTo(LocalDate.of(2026, 1, 31));
        assertThat(convert("09:30:15", LocalTime.class)).isEqualTo(LocalTime.of(9, 30, 15));
        assertThat(convert("2026-01-31 09:30:00", LocalDateTime.class)).isEqualTo(LocalDateTime.of(2026, 1, 31, 9, 30));
        assertThat(convert("2026-01-31T09:30+01:00", OffsetDateTime.class))
                .isEqualTo(OffsetDateTime.parse("2026-01-31T09:30+01:00"));
        assertThat(convert("09:30+01:00", OffsetTime.class)).isEqualTo(OffsetTime.parse("09:30+01:00"));
        assertThat(convert("2026-01-31T09:30+01:00[Europe/Paris]", ZonedDateTime.class))
                .isEqualTo(ZonedDateTime.parse("2026-01-31T09:30+01:00[Europe/Paris]"));
        assertThat(convert("Europe/Paris", ZoneId.class)).isEqualTo(ZoneId.of("Europe/Paris"));
        assertThat(convert("+01:00", ZoneOffset.class)).isEqualTo(ZoneOffset.ofHours(1));
        assertThat(convert("Europe/Paris", TimeZone.class)).isEqualTo(TimeZone.getTimeZone("Europe/Paris"));
        assertThat(convert("2026", Year.class)).isEqualTo(Year.of(2026));
        assertThat(convert("2026-01", YearMonth.class)).isEqualTo(YearMonth.of(2026, 1));
        assertThat(convert("01-31", MonthDay.class)).isEqualTo(MonthDay.of(1, 31));
        assertThat(convert("P1Y2M3D", Period.class)).isEqualTo(Period.of(1, 2, 3));
        assertThat(convert("friday", DayOfWeek.class)).isEqualTo(DayOfWeek.FRIDAY);
        assertThat(convert("may", Month.class)).isEqualTo(Month.MAY);
    }

    @Test
    @DisplayName("names of things are read")
    void names() throws Exception {
        assertThat(convert("https://host/path", URI.class)).isEqualTo(URI.create("https://host/path"));
        assertThat(convert("https://host/path", URL.class)).hasToString(new URL("https://host/path").toString());
        assertThat(convert("conf/app", Path.class)).isEqualTo(Path.of("conf/app"));
        assertThat(convert("conf/app", File.class)).isEqualTo(new File("conf/app"));
        assertThat(convert("utf-8", Charset.class)).isEqualTo(StandardCharsets.UTF_8);
        assertThat(convert("pt_BR", Locale.class)).isEqualTo(Locale.forLanguageTag("pt-BR"));
        assertThat(convert("'[a-z]+'", Pattern.class)).hasToString("[a-z]+");
        assertThat(convert("EUR", Currency.class)).isEqualTo(Currency.getInstance("EUR"));
        assertThat(convert("123E4567-e89b-12d3-a456-426614174000", UUID.class))
                .isEqualTo(UUID.fromString("123e4567-e89b-12d3-a456-426614174000"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "java.time.Instant | yesterday",
                "java.time.Instant | 2026-02-30T00:00:00Z",
                "java.time.LocalDate | 2026-13-01",
                "java.time.LocalTime | '25:00'",
                "java.time.LocalDateTime | 2026-01-31",
                "java.time.OffsetDateTime | 2026-01-31T09:30",
                "java.time.ZonedDateTime | 2026-01-31T09:30",
                "java.time.ZoneId | Europe/Atlantis",
                "java.time.ZoneOffset | Europe/Paris",
                "java.util.TimeZone | Europe/Atlantis",
                "java.time.Year | x",
                "java.time.YearMonth | 2026-13",
                "java.time.MonthDay | 02-30",
                "java.time.Period | 1d",
                "java.time.DayOfWeek | someday",
                "java.net.URI | 'a b'",
                "java.net.URL | no-protocol",
                "java.nio.file.Path | \"\\0\"",
                "java.nio.charset.Charset | utf-9",
                "java.util.Locale | e",
                "java.util.regex.Pattern | '['",
                "java.util.Currency | XYZW",
                "java.util.UUID | 1-1-1-1-1",
                "java.net.InetAddress | db.example.com",
                "java.net.InetAddress | 10.0.0.256",
                "java.net.InetAddress | '::1::'",
                "java.net.InetSocketAddress | db.example.com",
                "java.net.InetSocketAddress | db.example.com:65536",
                "java.net.InetSocketAddress | 10.0.0.256:1"
            })
    @DisplayName("what is none is refused, with what was expected and what was found")
    void refused(String type, String yaml) throws ClassNotFoundException {
        assertThat(lines(refusal("key: " + yaml, Class.forName(type))))
                .singleElement()
                .asString()
                .startsWith("app.yaml:1:6 key: expected ")
                .contains(", found '");
    }

    @Test
    @DisplayName("addresses are read without asking a name server")
    void addresses() throws Exception {
        assertThat(convert("10.0.0.1", InetAddress.class)).hasToString("/10.0.0.1");
        assertThat(convert("'::1'", InetAddress.class)).hasToString("/0:0:0:0:0:0:0:1");
        assertThat(((InetAddress) convert("localhost", InetAddress.class)).isLoopbackAddress())
                .isTrue();
        assertThat(convert("db.invalid:5432", InetSocketAddress.class))
                .isEqualTo(InetSocketAddress.createUnresolved("db.invalid", 5432));
        assertThat(convert("'[::1]:80'", InetSocketAddress.class)).hasToString("/[0:0:0:0:0:0:0:1]:80");
        assertThat(convert("127.0.0.1:80", InetSocketAddress.class)).hasToString("/127.0.0.1:80");
    }

    @SuppressWarnings("unused")
    static class Wrapped {
        OptionalInt optionalInt;
        OptionalLong optionalLong;
        OptionalDouble optionalDouble;
        Optional<List<Integer>> optional;
        AtomicBoolean atomicBoolean;
        AtomicInteger atomicInteger;
        AtomicLong atomicLong;
        AtomicIntegerArray atomicArray;
        AtomicReference<LocalDate> reference;
        Class<?> any;
        Class<? extends Number> number;
        List<Class<? extends Number>> numbers;
        ArrayList<Integer> arrayList;
        TreeMap<String, Integer> treeMap;
        ConcurrentHashMap<Integer, List<Integer>> concurrent;
        CopyOnWriteArrayList<String> copyOnWrite;
        LinkedHashSet<DayOfWeek> linkedSet;
        EnumSet<DayOfWeek> enumSet;
        EnumMap<DayOfWeek, LocalTime> enumMap;
        Deque<Integer> deque;
        ArrayDeque<Integer> arrayDeque;
        Iterable<Integer> iterable;
        NavigableSet<LocalDate> dates;
        Map<LocalDate, Period> byDate;
        Map<Character, Integer> byLetter;
        List<Map<String, List<Integer>>> deep;
    }

    private static Object field(String name, String yaml) throws Exception {
        return convert(yaml, Wrapped.class.getDeclaredField(name).getGenericType());
    }

    private static List<String> refusalOf(String name, String yaml) throws Exception {
        Type type = Wrapped.class.getDeclaredField(name).getGenericType();
        return lines(refusal("key: " + yaml, type));
    }

    @Test
    @DisplayName("an Optional is empty where nothing is written, and holds what is")
    void optionals() throws Exception {
        assertThat(field("optionalInt", "5")).isEqualTo(OptionalInt.of(5));
        assertThat(field("optionalInt", "~")).isEqualTo(OptionalInt.empty());
        assertThat(field("optionalLong", "5000000000")).isEqualTo(OptionalLong.of(5_000_000_000L));
        assertThat(field("optionalDouble", "0.5")).isEqualTo(OptionalDouble.of(0.5));
        assertThat(field("optional", "[1, 2]")).isEqualTo(Optional.of(List.of(1, 2)));
        assertThat(field("optional", "~")).isEqualTo(Optional.empty());
        assertThat(refusalOf("optionalInt", "99999999999"))
                .containsExactly(
                        "app.yaml:1:6 key: expected an int from -2147483648 to 2147483647, found '99999999999'");
        assertThat(refusalOf("optional", "[x]")).containsExactly("app.yaml:1:7 key[0]: expected an int, found 'x'");
    }

    @Test
    @DisplayName("an Atomic is a new one with the value")
    void atomics() throws Exception {
        assertThat(((AtomicBoolean) field("atomicBoolean", "true")).get()).isTrue();
        assertThat(((AtomicInteger) field("atomicInteger", "5")).get()).isEqualTo(5);
        assertThat(((AtomicLong) field("atomicLong", "6")).get()).isEqualTo(6);
        assertThat(field("atomicArray", "[1, 2]")).hasToString("[1, 2]");
        assertThat(((AtomicReference<?>) field("reference", "2026-01-31")).get())
                .isEqualTo(LocalDate.of(2026, 1, 31));
        assertThat(refusalOf("atomicInteger", "1.5")).containsExactly("app.yaml:1:6 key: expected an int, found '1.5'");
    }

    static class NotInitialised extends Number {
        private static final long serialVersionUID = 1;
        static boolean known = Boolean.parseBoolean("true");

        static {
            InitialisedClasses.NAMES.add("NotInitialised");
        }

        @Override
        public int intValue() {
            return 0;
        }

        @Override
        public long longValue() {
            return 0;
        }

        @Override
        public float floatValue() {
            return 0;
        }

        @Override
        public double doubleValue() {
            return 0;
        }
    }

    static final class InitialisedClasses {
        static final List<String> NAMES = new ArrayList<>();

        private InitialisedClasses() {}
    }

    @Test
    @DisplayName("a Class is loaded by its name, without being initialised, and within the declared bound")
    void classes() throws Exception {
        String own = NotInitialised.class.getName();
        assertThat(field("any", "java.util.List")).isEqualTo(List.class);
        assertThat(field("any", own)).isEqualTo(NotInitialised.class);
        assertThat(field("number", own)).isEqualTo(NotInitialised.class);
        assertThat(field("numbers", "[java.lang.Integer]")).isEqualTo(List.of(Integer.class));
        assertThat(InitialisedClasses.NAMES).isEmpty();
        assertThat(refusalOf("number", "java.lang.String"))
                .containsExactly("app.yaml:1:6 key: expected the name of a java.lang.Number that the class of the field"
                        + " can see, found 'java.lang.String'");
        assertThat(refusalOf("numbers", "[no.Such]")).singleElement().asString().contains("key[0]", "'no.Such'");
    }

    @Test
    @DisplayName("collections of declared classes are of these classes")
    void declaredClasses() throws Exception {
        assertThat(field("arrayList", "[1]"))
                .isExactlyInstanceOf(ArrayList.class)
                .isEqualTo(List.of(1));
        assertThat(field("treeMap", "{b: 1, a: 2}"))
                .isExactlyInstanceOf(TreeMap.class)
                .hasToString("{a=2, b=1}");
        assertThat(field("concurrent", "{1: [2]}"))
                .isExactlyInstanceOf(ConcurrentHashMap.class)
                .isEqualTo(Map.of(1, List.of(2)));
        assertThat(field("copyOnWrite", "[a]")).isExactlyInstanceOf(CopyOnWriteArrayList.class);
        assertThat(field("linkedSet", "[friday]")).isEqualTo(new LinkedHashSet<>(List.of(DayOfWeek.FRIDAY)));
        assertThat(field("enumSet", "[friday]")).isEqualTo(EnumSet.of(DayOfWeek.FRIDAY));
        assertThat(field("enumMap", "{friday: 16:00}")).isEqualTo(Map.of(DayOfWeek.FRIDAY, LocalTime.of(16, 0)));
        assertThat((Collection<?>) field("deque", "[1, 2]")).hasToString("[1, 2]");
        assertThat((Collection<?>) field("arrayDeque", "[1, 2]"))
                .isExactlyInstanceOf(ArrayDeque.class)
                .hasToString("[1, 2]");
        assertThat(refusalOf("enumSet", "[someday]")).singleElement().asString().contains("key[0]", "MONDAY");
    }

    @Test
    @DisplayName("keys of maps are read as what they are declared to be")
    void keys() throws Exception {
        assertThat(field("byDate", "{2026-01-31: P1D}")).isEqualTo(Map.of(LocalDate.of(2026, 1, 31), Period.ofDays(1)));
        assertThat(field("byLetter", "{a: 1}")).isEqualTo(Map.of('a', 1));
        assertThat(refusalOf("byDate", "{tomorrow: P1D}"))
                .containsExactly(
                        "app.yaml:1:17 key.tomorrow: expected as key a date such as 2026-01-31, found 'tomorrow'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"deep", "iterable", "dates"})
    @DisplayName("collections of declared interfaces cannot be modified, at any depth")
    void unmodifiable(String name) throws Exception {
        String yaml = name.equals("deep") ? "[{a: [1]}]" : name.equals("dates") ? "[2026-01-31]" : "[1]";
        Object value = field(name, yaml);
        while (value instanceof Collection || value instanceof Map) {
            Object each = value;
            if (each instanceof Map) {
                assertThatThrownBy(((Map<?, ?>) each)::clear).isInstanceOf(UnsupportedOperationException.class);
                value = ((Map<?, ?>) each).values().iterator().next();
            } else {
                assertThatThrownBy(((Collection<?>) each)::clear).isInstanceOf(UnsupportedOperationException.class);
                value = ((Collection<?>) each).iterator().next();
            }
        }
    }
}
