package io.reloadagent.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Classes that are too old for sites; loading them rewritten has the JVM verify them. */
class OldClassesTest {

    private final Instrumenting instrumenting = Instrumenting.annotated();

    @AfterEach
    void nothingFailed() {
        instrumenting.close();
        assertThat(instrumenting.failures).isEmpty();
    }

    private static Application compiled(String... sources) {
        return Application.of(List.of("--release", "8", "-Xlint:-options"), sources);
    }

    private Object run(Application compiled, int version) throws Exception {
        return compiled.aged(version).transformedBy(instrumenting.transformer).run("a.Main");
    }

    private Object run(int version, String... sources) throws Exception {
        return run(compiled(sources), version);
    }

    private static String settings(String fields) {
        return "package a; @io.reloadagent.api.Dynamic public class Settings {" + fields + "}";
    }

    private static String main(String body) {
        return "package a; class Main { static Object run() throws Exception { " + body + " } }";
    }

    static Stream<Integer> versions() {
        return Stream.of(Opcodes.V1_1, Opcodes.V1_2, Opcodes.V1_4, Opcodes.V1_5, Opcodes.V1_6);
    }

    @ParameterizedTest
    @MethodSource("io.reloadagent.instrument.RewrittenReadsTest#types")
    void fieldsOfEveryTypeFollowInEveryVersion(String type, String own, Object override) throws Exception {
        instrumenting.override("instance", override).override("shared", override);
        Application compiled = compiled(
                "package a; class Mode { static final Mode SLOW = new Mode(); }",
                settings("private final " + type + " instance; static " + type + " shared = " + own + ";"
                        + " Settings() { " + type + " value = " + own + "; instance = value; }"
                        + " static Object read() { Object[] all = new Object[4]; for (int i = 0; i < 4; i += 2) {"
                        + " all[i] = new Settings().instance; all[i + 1] = shared; }"
                        + " return java.util.Arrays.asList(all); }"),
                main("return Settings.read();"));
        for (int version : versions().toList()) {
            instrumenting.linked.clear();
            assertThat(run(compiled, version)).isEqualTo(Arrays.asList(override, override, override, override));
            assertThat(instrumenting.linked).containsExactly("instance", "shared");
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void withoutAnOverrideTheOwnValueIsRead(int version) throws Exception {
        assertThat(run(
                        version,
                        settings("long size = 5; static double ratio = 0.5; static String name = \"own\";"),
                        main("return java.util.Arrays.asList(new Object[] {"
                                + " new Settings().size + Settings.ratio, Settings.name});")))
                .isEqualTo(List.of(5.5, "own"));
    }

    @ParameterizedTest
    @MethodSource("versions")
    void inheritedFieldsAndThoseOfInterfacesFollow(int version) throws Exception {
        instrumenting.override("size", 7).override("LIMIT", 8);
        assertThat(run(
                        version,
                        settings("protected int size = 1;"),
                        "package a; @io.reloadagent.api.Dynamic interface Limits { Integer LIMIT = Integer.valueOf(1); }",
                        "package a; class Special extends Settings implements Limits {"
                                + " int sum() { return size + LIMIT.intValue(); } }",
                        main("return new Special().sum() + new Special().size + Special.LIMIT.intValue();")))
                .isEqualTo(30);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void branchesLoopsHandlersAndDeepStacksStayInOrder(int version) throws Exception {
        instrumenting.override("wide", 7L).override("text", "x").override("fast", true);
        assertThat(run(
                        version,
                        settings("long wide = 1; static String text; static boolean fast;"
                                + " Object join(long a, double b, long c, String d) {"
                                + " return java.util.Arrays.asList(new Object[] {a, b, c, d}); }"),
                        main("Settings s = new Settings(); Object last = null;"
                                + " for (int i = 0; i < 3; i++) { try { last = s.join(s.wide, Settings.fast ? s.wide * 2.0 : -1,"
                                + " s.wide, Settings.text); } finally { if (!Settings.fast) { last = null; } } }"
                                + " return last;")))
                .isEqualTo(List.of(7L, 14.0, 7L, "x"));
    }

    @ParameterizedTest
    @MethodSource("versions")
    void aReadOfNullFailsAsEver(int version) {
        assertThatThrownBy(() -> run(version, settings("int size;"), main("Settings s = null; return s.size;")))
                .isInstanceOf(InvocationTargetException.class)
                .hasCauseInstanceOf(NullPointerException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {Opcodes.V1_4, Opcodes.V1_6})
    void aCompoundAssignmentReadsTheOverrideAndWritesTheField(int version) throws Exception {
        instrumenting.override("size", 7);
        assertThat(run(
                        version,
                        settings("int size = 1; int[] raw() throws Exception {"
                                + " java.lang.reflect.Field f = getClass().getDeclaredField(\"size\");"
                                + " int before = size += 10; return new int[] {before, f.getInt(this)}; }"),
                        main("return new Settings().raw();")))
                .isEqualTo(new int[] {17, 17});
    }

    @Test
    void aFieldIsLinkedOnceAClassLoader() throws Exception {
        instrumenting.override("size", 7);
        Application compiled = compiled(
                settings("static int size; static int again() { return size; }"),
                main("return Settings.size + Settings.again();"));
        assertThat(run(compiled, Opcodes.V1_4)).isEqualTo(14);
        assertThat(run(compiled, Opcodes.V1_4)).isEqualTo(14);
        assertThat(instrumenting.linked).containsExactly("size", "size");
    }

    @Test
    void moreFieldsThanOneTableHoldsFollow() throws Exception {
        StringBuilder fields = new StringBuilder();
        StringBuilder sum = new StringBuilder("int sum = 0;");
        for (int i = 0; i < 300; i++) {
            fields.append("static int f").append(i).append(" = 1;");
            sum.append("sum += Settings.f").append(i).append(";");
            instrumenting.override("f" + i, i);
        }
        assertThat(run(Opcodes.V1_4, settings(fields.toString()), main(sum + " return sum;")))
                .isEqualTo(299 * 300 / 2);
    }

    @Test
    void aMethodThatWouldGrowPastWhatHotSpotCompilesKeepsItsReadsAndIsReported() throws Exception {
        instrumenting.override("size", 7);
        // A read takes 6 bytes, and 13 with a call behind it; the rest of the method 4.
        String reads = "sum += Settings.size;";
        assertThat(run(
                        Opcodes.V1_6,
                        settings("static int size = 1;"),
                        "package a; class Main { static int large() { int sum = 0; " + reads.repeat(616)
                                + " return sum; } static int fits() { int sum = 0; " + reads.repeat(615)
                                + " return sum; } static Object run() { return large() + fits(); } }"))
                .isEqualTo(616 + 615 * 7);
        assertThat(instrumenting.failures).singleElement().asString().contains("a.Main.large()I", "8,000 bytes");
        instrumenting.failures.clear();
    }

    @Test
    void withoutAnAgentTheOwnValueIsRead() throws Exception {
        instrumenting.override("size", 7);
        Application compiled = compiled(settings("static int size = 1;"), main("return Settings.size;"));
        instrumenting.close();
        assertThat(run(compiled, Opcodes.V1_4)).isEqualTo(1);
    }
}
