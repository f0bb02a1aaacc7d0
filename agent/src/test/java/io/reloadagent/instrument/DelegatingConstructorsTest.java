package io.reloadagent.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Modules whose constructors call each other: a module is complete when the outermost one has ended. */
class DelegatingConstructorsTest {

    private static final String MODULE = "package a; class Main implements io.reloadagent.api.Reloadable {"
            + " public void reload(io.reloadagent.api.ReloadContext c,"
            + " java.util.List<io.reloadagent.api.ConfigChange> l) {} int n; Object other; ";

    private final Instrumenting instrumenting = Instrumenting.annotated();

    @AfterEach
    void nothingFailed() {
        instrumenting.close();
        assertThat(instrumenting.failures).isEmpty();
    }

    private Object run(String members, String body) throws Exception {
        return Application.of(MODULE + members + " static Object run() throws Exception { " + body + " } }")
                .transformedBy(instrumenting.transformer)
                .run("a.Main");
    }

    @Test
    void itIsNotReportedWhenOnlyTheInnerConstructorHasEnded() {
        assertThatThrownBy(() -> run(
                        "Main(int n) {} Main() { this(5); throw new IllegalStateException(); }", "return new Main();"))
                .hasCauseInstanceOf(IllegalStateException.class);
        assertThat(instrumenting.constructed).isEmpty();
    }

    @Test
    void itIsReportedOnceWhenTheOutermostHasEnded() throws Exception {
        Object module = run(
                "Main(int n) {} Main(String s) { this(5); n = 6; } Main() { this(\"\"); n = 7; }",
                "return new Main();");
        assertThat(instrumenting.constructed).containsExactly(module);
    }

    @Test
    void itIsReportedWhenTheInnerConstructorIsCalledDirectly() throws Exception {
        Object module = run("Main(int n) {} Main() { this(5); n = 6; }", "return new Main(5);");
        assertThat(instrumenting.constructed).containsExactly(module);
    }

    @Test
    void itIsReportedWhereNothingFollowsTheDelegation() throws Exception {
        Object module = run("Main(int n) {} Main() { this(5); }", "return new Main();");
        assertThat(instrumenting.constructed).containsOnly(module);
    }

    @Test
    void othersOfItsClassThatItConstructsAreReported() throws Exception {
        List<?> modules = (List<?>) run(
                "Main(Object o) { other = o == null ? null : new Main((Object) null); }"
                        + " Main() { this(new Main(\"argument\")); n = 6; other = new Main(\"body\"); }",
                "Main m = new Main(); return java.util.Arrays.asList(m.other, m);");
        assertThat(instrumenting.constructed).hasSize(6).doesNotHaveDuplicates().endsWith(modules.toArray());
    }

    @Test
    void anObjectIsReportedAfterADelegationThatFailed() throws Exception {
        Object module = run(
                "Main(int n) { if (n < 0) throw new IllegalStateException(); } Main() { this(fail()); n = 6; }"
                        + " Main(String s) { this(-1); n = 7; }"
                        + " static int fail() { throw new IllegalStateException(); }"
                        + " static void attempt(java.util.concurrent.Callable<?> c) throws Exception {"
                        + " try { c.call(); } catch (IllegalStateException expected) { return; } throw new Error(); }",
                "attempt(() -> new Main()); attempt(() -> new Main(\"\")); return new Main(5);");
        assertThat(instrumenting.constructed).containsExactly(module);
    }

    @Test
    void anObjectOfASubclassIsReportedByItsOwnConstructor() throws Exception {
        Object module = run(
                "Main(int n) {} Main() { this(5); n = 6; }"
                        + " static class Sub extends Main { Sub(long l) { super(); } Sub() { this(1L); n = 8; } }",
                "return new Sub();");
        assertThat(instrumenting.constructed).containsExactly(module);
    }

    @Test
    void branchesLoopsAndHandlersStayVerifiable() throws Exception {
        Object module = run(
                "Main(long a, double b, String... s) { super(); long sum = a > b ? a : 1; for (String x : s) {"
                        + " try { int length = x.length(); sum += length; } catch (NullPointerException e) { sum--; } }"
                        + " if (sum > 100) { return; } n = (int) sum; }"
                        + " Main(boolean c) { this(c ? 1L : 2L, c ? 1d : 2d, c ? new String[] {\"x\", null} : null);"
                        + " int i = 0; while (i < n) { double d = i; i += d > 1 ? 2 : 1; } n = i; }",
                "return new Main(true);");
        assertThat(instrumenting.constructed).containsExactly(module);
    }
}
