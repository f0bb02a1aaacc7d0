package io.reloadagent.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Methods near the sizes where HotSpot compiles them no longer, and where the JVM refuses them. */
class LargeMethodsTest {

    private static final String MODE = "package a; enum Mode { SLOW }";

    /** A read takes 6 bytes, and 11 with a site behind it; the rest of the method 4. */
    private static final String SHARED_READ = "sum += shared;";

    /** A read takes 5 bytes, and 14 with a site behind it; the rest of the method 6. */
    private static final String INSTANCE_READ = "last = mode;";

    private static final String THREE_BYTES = "sum++;";

    private final Instrumenting instrumenting = Instrumenting.annotated().override("shared", 7);

    @AfterEach
    void disconnect() {
        instrumenting.close();
    }

    /** What a large method and a small one read of the same field. */
    private Object sumOf(int reads, int threeBytes) throws Exception {
        return run("static int large() { int sum = 0; " + SHARED_READ.repeat(reads) + THREE_BYTES.repeat(threeBytes)
                + " return sum; } static Object run() { return large() + \" \" + small(); }");
    }

    private Object run(String members) throws Exception {
        return Application.of(
                        MODE,
                        "package a; class Main { @io.reloadagent.api.Dynamic static int shared = 1;"
                                + " @io.reloadagent.api.Dynamic Mode mode = Mode.SLOW;"
                                + " static int small() { return shared; } " + members + "}")
                .transformedBy(instrumenting.transformer)
                .run("a.Main");
    }

    @Test
    void aMethodThatGrowsToWhatHotSpotStillCompilesFollows() throws Exception {
        assertThat(sumOf(725, 7)).isEqualTo(725 * 7 + 7 + " 7");
        assertThat(instrumenting.failures).isEmpty();
    }

    @Test
    void aMethodThatWouldGrowPastItKeepsItsReadsAloneAndIsReported() throws Exception {
        assertThat(sumOf(727, 0)).isEqualTo("727 7");
        assertThat(instrumenting.failures)
                .containsExactly("a.Main.large()I: with its reads followed, it would grow past the 8,000 bytes that"
                        + " HotSpot compiles; it keeps reading the fields' own values");
    }

    @Test
    void aMethodThatWasNeverCompiledFollows() throws Exception {
        assertThat(sumOf(1333, 0)).isEqualTo(1333 * 7 + " 7");
        assertThat(instrumenting.failures).isEmpty();
    }

    @Test
    void aMethodThatWouldGrowPastWhatTheJvmTakesKeepsItsReadsAloneAndIsReported() throws Exception {
        assertThat(sumOf(6_000, 0)).isEqualTo("6000 7");
        assertThat(instrumenting.failures)
                .containsExactly("a.Main.large()I: with its reads followed, it would grow past the 65,535 bytes that"
                        + " a method may have; it keeps reading the fields' own values");
    }

    @Test
    void theInstanceAndTheCastAreCounted() throws Exception {
        run(instanceReader("eightThousand", 1_597, 3) + instanceReader("oneMore", 1_599, 0)
                + " static Object run() { return null; }");
        assertThat(instrumenting.failures)
                .singleElement()
                .asString()
                .startsWith("a.Main.eightThousand()Ljava/lang/Object;: ");
    }

    private static String instanceReader(String name, int reads, int threeBytes) {
        return " Object " + name + "() { Object last = null; int sum = 0; " + INSTANCE_READ.repeat(reads)
                + THREE_BYTES.repeat(threeBytes) + " return last; } ";
    }

    @Test
    void eachOfSeveralIsReported() throws Exception {
        String reads = SHARED_READ.repeat(1_000);
        assertThat(run("static final int SUM; static { int sum = 0; " + reads + " SUM = sum; }"
                        + " static int first() { int sum = 0; " + reads + " return sum; }"
                        + " static int second() { int sum = 0; " + SHARED_READ.repeat(6_000) + " return sum; }"
                        + " static Object run() { return java.util.Arrays.asList(SUM, first(), second(), small()); }"))
                .hasToString("[1000, 1000, 6000, 7]");
        assertThat(instrumenting.failures)
                .hasSize(3)
                .anyMatch(failure -> failure.startsWith("a.Main.<clinit>()V: "))
                .anyMatch(failure -> failure.startsWith("a.Main.first()I: "))
                .anyMatch(failure -> failure.startsWith("a.Main.second()I: "));
    }

    @Test
    void theConstructorOfAModuleStillReportsItsObject() throws Exception {
        Object module = run("int total; Main() { int sum = 0; " + SHARED_READ.repeat(1_000) + " total = sum; }"
                + " static class Module extends Main implements io.reloadagent.api.Reloadable { int own;"
                + " Module() { int sum = 0; " + SHARED_READ.repeat(1_000) + " own = sum; }"
                + " public void reload(io.reloadagent.api.ReloadContext c,"
                + " java.util.List<io.reloadagent.api.ConfigChange> l) {} }"
                + " static Object run() { return new Module(); }");
        assertThat(instrumenting.constructed).containsExactly(module);
        assertThat(instrumenting.failures).hasSize(2).allMatch(failure -> failure.contains(".<init>()V: "));
    }
}
