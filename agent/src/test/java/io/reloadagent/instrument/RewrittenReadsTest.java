package io.reloadagent.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rewritten classes are loaded, which verifies them, and run. */
class RewrittenReadsTest {

    private final Instrumenting instrumenting = Instrumenting.annotated();

    @AfterEach
    void nothingFailed() {
        instrumenting.close();
        assertThat(instrumenting.failures).isEmpty();
    }

    private Object run(String... sources) throws Exception {
        return Application.of(sources).transformedBy(instrumenting.transformer).run("a.Main");
    }

    private static String settings(String fields) {
        return "package a; @io.reloadagent.api.Dynamic public class Settings {" + fields + "}";
    }

    private static String main(String body) {
        return "package a; class Main { static Object run() throws Exception { " + body + " } }";
    }

    static Stream<Arguments> types() {
        return Stream.of(
                arguments("boolean", "false", true),
                arguments("byte", "1", (byte) 7),
                arguments("short", "1", (short) 7),
                arguments("char", "'a'", 'x'),
                arguments("int", "1", 7),
                arguments("long", "1", 7L),
                arguments("float", "1", 7f),
                arguments("double", "1", 7d),
                arguments("String", "\"a\"", "x"),
                arguments("int[]", "{1}", null),
                arguments("Mode", "Mode.SLOW", null),
                arguments("Mode[]", "{}", null),
                arguments("java.util.List<Mode>", "null", List.of()));
    }

    @ParameterizedTest
    @MethodSource("types")
    void fieldsOfEveryTypeFollow(String type, String own, Object override) throws Exception {
        instrumenting.override("instance", override).override("shared", override);
        Object read = run(
                "package a; enum Mode { SLOW }",
                settings("private final " + type + " instance; static " + type + " shared = " + own + ";"
                        + " Settings() { " + type + " value = " + own + "; instance = value; }"
                        + " static Object read() { return java.util.Arrays.asList(new Settings().instance, shared); }"),
                main("return Settings.read();"));
        assertThat(read).isEqualTo(Arrays.asList(override, override));
        assertThat(instrumenting.linked).containsExactly("instance", "shared");
    }

    @Test
    void withoutAnOverrideTheOwnValueIsRead() throws Exception {
        assertThat(run(
                        settings("long size = 5; static double ratio = 0.5;"),
                        main("return new Settings().size + Settings.ratio;")))
                .isEqualTo(5.5);
    }

    @Test
    void readsInLambdasNestedClassesConstructorsAndDefaultMethods() throws Exception {
        instrumenting.override("size", 7L);
        assertThat(run(
                        settings("private long size = 1; interface Sized { Settings s();"
                                + " default long size() { return s().size; } }"
                                + " class Inner { long seen = size; }"
                                + " static Object all(Settings s) { java.util.function.Supplier<Long> lambda = () -> s.size;"
                                + " Object anonymous = new Object() { public String toString() { return \"\" + s.size; } };"
                                + " Sized sized = () -> s;"
                                + " return java.util.Arrays.asList(lambda.get(), anonymous.toString(), sized.size(),"
                                + " s.new Inner().seen); }"),
                        main("return Settings.all(new Settings());")))
                .isEqualTo(List.of(7L, "7", 7L, 7L));
    }

    @Test
    void inheritedFieldsAndThoseOfInterfacesFollow() throws Exception {
        instrumenting.override("size", 7).override("LIMIT", 8);
        assertThat(run(
                        settings("int size = 1;"),
                        "package a; @io.reloadagent.api.Dynamic interface Limits { Integer LIMIT = Integer.valueOf(1); }",
                        "package a; class Special extends Settings implements Limits { int sum() { return size + LIMIT; } }",
                        main("return new Special().sum() + new Special().size + Special.LIMIT;")))
                .isEqualTo(30);
    }

    @Test
    void recordsFollowInAllTheirMethods() throws Exception {
        instrumenting.override("x", 7).override("name", "seven");
        assertThat(
                        run(
                                "package a; @io.reloadagent.api.Dynamic record Point(int x, String name) {}",
                                main(
                                        "Point p = new Point(1, \"one\"); return java.util.Arrays.asList(p.x(), p.toString(),"
                                                + " p.equals(new Point(2, \"two\")), p.hashCode() == new Point(2, \"two\").hashCode());")))
                .isEqualTo(List.of(7, "Point[x=7, name=seven]", true, true));
    }

    @Test
    void aCompoundAssignmentReadsTheOverrideAndWritesTheField() throws Exception {
        instrumenting.override("size", 7);
        assertThat(run(
                        settings("int size = 1; int[] raw() throws Exception {"
                                + " java.lang.reflect.Field f = Settings.class.getDeclaredField(\"size\");"
                                + " int before = size += 10; return new int[] {before, f.getInt(this)}; }"),
                        main("return new Settings().raw();")))
                .isEqualTo(new int[] {17, 17});
    }

    @Test
    void deepStacksAndWideValuesStayInOrder() throws Exception {
        instrumenting.override("wide", 7L).override("text", "x");
        assertThat(
                        run(
                                settings(
                                        "long wide; static String text; String join(long a, double b, long c, String d)"
                                                + " { return a + \" \" + b + \" \" + c + \" \" + d; }"),
                                main(
                                        "Settings s = new Settings(); return s.join(s.wide, s.wide * 2.0, s.wide, Settings.text);")))
                .isEqualTo("7 14.0 7 x");
    }

    @Test
    void aReadOfNullFailsAsEver() {
        assertThatThrownBy(() -> run(settings("int size;"), main("Settings s = null; return s.size;")))
                .isInstanceOf(InvocationTargetException.class)
                .hasCauseInstanceOf(NullPointerException.class);
    }

    @Test
    void theClassOfAStaticFieldIsInitialisedByTheRead() throws Exception {
        instrumenting.override("size", 7);
        assertThat(run(
                        settings("static int size; static { System.setProperty(\"RewrittenReadsTest\", \"done\"); }"),
                        main("return Settings.size + System.clearProperty(\"RewrittenReadsTest\");")))
                .isEqualTo("7done");
    }

    @Test
    void anOverrideOfAnotherTypeFailsInTheReaderAloneAsACast() throws Exception {
        instrumenting.override("mode", "no mode");
        assertThatThrownBy(() -> run(
                        "package a; enum Mode { SLOW }",
                        settings("static Mode mode = Mode.SLOW;"),
                        main("return Settings.mode.name();")))
                .hasCauseInstanceOf(ClassCastException.class);
    }
}
