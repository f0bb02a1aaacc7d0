package io.reloadagent.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PinnedMethodsTest {

    private final Instrumenting instrumenting = Instrumenting.annotated();

    @AfterEach
    void nothingFailed() {
        instrumenting.close();
        assertThat(instrumenting.failures).isEmpty();
    }

    private Object run(String members) throws Exception {
        return Application.of("package a; import io.reloadagent.api.*; import java.util.*; public class Main { "
                        + members + " }")
                .transformedBy(instrumenting.transformer)
                .run("a.Main");
    }

    @Test
    void itIsPinnedFromBeginToEnd() throws Exception {
        assertThat(run("@Pinned static Object run() { return \"done\"; }")).isEqualTo("done");
        assertThat(instrumenting.pins).containsExactly("pin", "unpin");
    }

    @Test
    void itIsUnpinnedWhenItThrows() {
        assertThatThrownBy(() -> run("@Pinned static Object run() { throw new IllegalStateException(\"no\"); }"))
                .hasCauseInstanceOf(IllegalStateException.class);
        assertThat(instrumenting.pins).containsExactly("pin", "unpin");
    }

    @Test
    void itsOwnHandlersComeFirst() throws Exception {
        assertThat(run("@Pinned static Object run() { try { throw new IllegalStateException(); }"
                        + " catch (IllegalStateException e) { return \"caught\"; } finally { new ArrayList<>(); } }"))
                .isEqualTo("caught");
        assertThat(instrumenting.pins).containsExactly("pin", "unpin");
    }

    @Test
    void itMayHaveLoopsBranchesAndVariablesOfEveryType() throws Exception {
        assertThat(
                        run(
                                "static Object run() { return new Main().sum(3L, 2.5, new int[] {1, 2, 3}, \"abc\"); }"
                                        + " @Pinned synchronized double sum(long a, double b, int[] c, String d) {"
                                        + " double sum = a; for (int i : c) { if (i == 2) { long x = i; sum += x; } else { sum += b; } }"
                                        + " switch (d) { case \"abc\": int y = 7; return sum + y; default: Object o = d; return o.hashCode(); } }"))
                .isEqualTo(3.0 + 2.5 + 2 + 2.5 + 7);
        assertThat(instrumenting.pins).containsExactly("pin", "unpin");
    }

    @Test
    void itMayReadDynamicFieldsAndOverwriteItsParameters() throws Exception {
        instrumenting.override("size", 9);
        assertThat(run("@Dynamic static int size = 1; static Object run() { return twice(\"x\"); }"
                        + " @Pinned static int twice(Object o) { o = new int[] {size}; while (size < 0) { o = null; }"
                        + " return ((int[]) o)[0] + size; }"))
                .isEqualTo(18);
        assertThat(instrumenting.pins).containsExactly("pin", "unpin");
    }

    @Test
    void methodsWithoutABodyAreLeftAlone() throws Exception {
        assertThat(
                        run(
                                "interface Job { @Pinned Object go(); } static Object run() { Job job = () -> 5; return job.go(); }"))
                .isEqualTo(5);
        assertThat(instrumenting.pins).isEmpty();
    }
}
