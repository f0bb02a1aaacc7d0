package io.reloadagent.bind;

import static io.reloadagent.bind.Conversion.lines;
import static io.reloadagent.bind.Conversion.listOf;
import static io.reloadagent.bind.Conversion.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.reloadagent.bind.Sample.Holder;
import io.reloadagent.bind.Sample.Limits;
import io.reloadagent.bind.Sample.Pool;
import io.reloadagent.source.SourceException;
import java.lang.reflect.Type;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConverterRefusalTest {

    private static final List<Class<?>> PRIMITIVES =
            List.of(int.class, byte.class, boolean.class, char.class, float.class, double.class);

    @ParameterizedTest(name = "{0} as {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "abc | int | expected an int, found 'abc'",
                "2.5 | int | expected an int, found '2.5'",
                "5.0 | int | expected an int, found '5.0'",
                "99999999999 | int | expected an int from -2147483648 to 2147483647, found '99999999999'",
                "300 | byte | expected a byte from -128 to 127, found '300'",
                "~ | int | expected an int, found nothing (null)",
                "[1] | int | expected an int, found a list",
                "{a: 1} | int | expected an int, found a mapping of keys to values",
                "true | int | expected an int, found 'true'",
                "1 | boolean | expected true or false, found '1'",
                "maybe | boolean | expected true or false, found 'maybe'",
                "ab | char | expected a single character, found 'ab'",
                "1e999 | double | expected a double from -1.7976931348623157E308 to 1.7976931348623157E308, found '1e999'",
                "1e39 | float | expected a float from -3.4028235E38 to 3.4028235E38, found '1e39'",
                "abc | double | expected a double, found 'abc'",
                "[a] | java.lang.String | expected a text, found a list",
                "5 parsecs | java.time.Duration | expected a duration such as 5s or 1m30s, found '5 parsecs'",
                "5 | java.time.Duration | expected a duration with a unit, such as 5s or 1m30s, found '5'",
                "PTX | java.time.Duration | expected a duration such as 5s or 1m30s, found 'PTX'",
                "99999999999999999d | java.time.Duration | expected a duration such as 5s or 1m30s, found '99999999999999999d'",
                "x | io.reloadagent.bind.Sample$Mode | expected one of READ_ONLY, READ_WRITE, OFF, found 'x'",
                "a b | java.net.URI | expected a URI such as https://host/path, found 'a b'",
                "5 | java.lang.Thread | the type java.lang.Thread cannot be set from a configuration",
                "x | java.lang.Class | expected the name of a class that the class of the field can see, found 'x'",
                "5 | java.lang.Runnable | the type java.lang.Runnable cannot be set from a configuration",
                "5 | java.util.List | expected a list, found '5'",
                "5 | java.util.Map | expected a mapping of keys to values, found '5'",
                "5 | [I | expected a list, found '5'"
            })
    void whatDoesNotFitIsRefused(String text, String type, String message) {
        SourceException refusal = refusal("key: " + text, named(type));
        assertThat(refusal.kind()).isEqualTo(SourceException.Kind.INVALID);
        assertThat(refusal).hasMessage("app.yaml:1:6 key: " + message);
    }

    @Test
    @DisplayName("A15 keys beneath a secret path are not shown, neither in the path nor in the message")
    void keysBeneathSecrets() {
        Type numbers = new Generic(Map.class, String.class, Integer.class);
        assertThat(lines(refusal("password: {hunter2: abc}", "password", numbers)))
                .containsExactly("app.yaml:1:21 password.***: expected an int, found '***'");
        assertThat(lines(refusal("a: {password: {hunter2: [5]}}", "a.password", Pool.class)))
                .singleElement()
                .asString()
                .startsWith("app.yaml:1:16 a.password.***: unknown key '***'; known are ");
        assertThat(lines(refusal("a: {tokens: [1, b]}", "a.tokens", listOf(Integer.class))))
                .containsExactly("app.yaml:1:17 a.tokens[1]: expected an int, found '***'");
    }

    @Test
    @DisplayName("A15 every problem of a value is reported at once, each with its place and path")
    void allProblemsAreReportedAtOnce() {
        SourceException refusal = refusal("""
                key:
                  maxCons: 5
                  timeout: 5 parsecs
                  hosts: {a: 1}
                  weights:
                    x: 1
                    y: abc
                  fallback:
                    max-conns: 2.5
                    mode: sometimes
                    fallback: 7
                """, Pool.class);

        assertThat(lines(refusal))
                .containsExactly(
                        "app.yaml:2:3 key.max_cons: unknown key 'maxCons'; did you mean max_conns?",
                        "app.yaml:3:12 key.timeout: expected a duration such as 5s or 1m30s, found '5 parsecs'",
                        "app.yaml:4:10 key.hosts: expected a list, found a mapping of keys to values",
                        "app.yaml:7:8 key.weights.y: expected an int, found 'abc'",
                        "app.yaml:9:16 key.fallback.max_conns: expected an int, found '2.5'",
                        "app.yaml:10:11 key.fallback.mode: expected one of READ_ONLY, READ_WRITE, OFF, found 'sometimes'",
                        "app.yaml:11:15 key.fallback.fallback: expected a mapping of keys to values, found '7'");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(classes = {Map.class, SortedMap.class, ConcurrentHashMap.class})
    void twoKeysThatAreOneNumberAreRefused(Class<?> map) {
        Type byNumber = new Generic(map, Integer.class, String.class);
        assertThat(lines(refusal("key: {\"1\": a, \"01\": b, \"2\": c}", byNumber)))
                .containsExactly("app.yaml:1:15 key.01: the same key as '1' at app.yaml:1:7; leave out one of them");
    }

    @Test
    void twoKeysThatAreOneConstantAreRefused() {
        Type byMode = new Generic(EnumMap.class, Sample.Mode.class, Integer.class);
        assertThat(lines(refusal("key: {READ_ONLY: 1, read-only: 2}", byMode)))
                .containsExactly(
                        "app.yaml:1:21 key.read_only: the same key as 'READ_ONLY' at app.yaml:1:7; leave out one of them");
        assertThat(lines(refusal("tokens: {READ_ONLY: 1, read-only: 2}", "tokens", byMode)))
                .containsExactly(
                        "app.yaml:1:24 tokens.***: the same key as '***' at app.yaml:1:10; leave out one of them");
    }

    @Test
    void anItemOfAListIsNamedByItsNumber() throws Exception {
        SourceException refusal =
                refusal("key: [{most: 1}, {most: -1}, {within: x, most: 1}, 5]", listOf(Limits.class));
        assertThat(lines(refusal))
                .containsExactly(
                        "app.yaml:1:18 key[1]: the application refused it with java.lang.IllegalArgumentException: most must not be negative",
                        "app.yaml:1:39 key[2].within: expected a duration such as 5s or 1m30s, found 'x'",
                        "app.yaml:1:52 key[3]: expected a mapping of keys to values, found '5'");
    }

    @Test
    void aPrimitiveThatARecordNeedsMustBeGiven() {
        assertThat(refusal("key: {within: 5s}", Limits.class)).hasMessage("app.yaml:1:6 key: the key most is missing");
    }

    @Test
    void twoSpellingsOfOnePropertyAreRefusedWithBothPlaces() {
        assertThat(refusal("key: {maxConns: 1, max-conns: 2}", Pool.class))
                .hasMessage(
                        "app.yaml:1:20 key.max_conns: is given twice, as 'maxConns' at app.yaml:1:7 and as 'max-conns' at app.yaml:1:20; keep one");
    }

    @Test
    void keysThatAreNoneAreAllRefused() throws Exception {
        Type type = Holder.class.getDeclaredField("nested").getGenericType();
        assertThat(lines(refusal("key: {a: [], off: [[x]], b: []}", type)))
                .containsExactly(
                        "app.yaml:1:10 key.a: expected as key one of READ_ONLY, READ_WRITE, OFF, found 'a'",
                        "app.yaml:1:21 key.off[0][0]: expected an int, found 'x'",
                        "app.yaml:1:29 key.b: expected as key one of READ_ONLY, READ_WRITE, OFF, found 'b'");
    }

    @Test
    void fieldsThatNoConfigurationCanSetAreRefusedOnlyWhenSet() {
        assertThat(lines(refusal("key: {thread: 1, own: [], task: {}}", Holder.class)))
                .containsExactly(
                        "app.yaml:1:15 key.thread: the type java.lang.Thread cannot be set from a configuration",
                        "app.yaml:1:33 key.task: the type java.lang.Runnable cannot be set from a configuration");
    }

    @Test
    void manyProblemsAreCutOff() {
        String items = "x, ".repeat(1500);
        SourceException refusal = refusal("key: [" + items + "]", int[].class);
        assertThat(refusal.problems()).hasSize(1001);
        assertThat(refusal.problems().get(1000).message()).isEqualTo("500 more problems");
    }

    private static Type named(String name) {
        return PRIMITIVES.stream()
                .filter(type -> type.getName().equals(name))
                .findFirst()
                .orElseGet(() -> loaded(name));
    }

    private static Class<?> loaded(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
