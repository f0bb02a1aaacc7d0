package io.reloadagent.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Classes whose instances are bound by their own fields: each constructor's end is reported, with the class. */
class BoundInstancesTest {

    private static final String ANNOTATED = "package a; @io.reloadagent.api.Dynamic(\"x.${name}\") class ";

    private final Instrumenting instrumenting = Instrumenting.annotated();

    @AfterEach
    void nothingFailed() {
        instrumenting.close();
        assertThat(instrumenting.failures).isEmpty();
    }

    private Object run(String... sources) throws Exception {
        return Application.of(sources).transformedBy(instrumenting.transformer).run("a.Main");
    }

    @Test
    void anInstanceIsReportedWhenEachConstructorOfSuchAClassEnds() throws Exception {
        run(
                ANNOTATED + "Base { String name; Base() { name = \"n\"; } }",
                "package a; class Middle extends Base {}",
                ANNOTATED + "Main extends Middle { Main(long n) { if (n > 0) { return; } }"
                        + " static Object run() { new Middle(); return new Main(1); } }");
        assertThat(instrumenting.bound).containsExactly("a.Base", "a.Base", "a.Main");
    }

    @Test
    void itIsReportedOnceWhereConstructorsCallEachOther() throws Exception {
        run(ANNOTATED + "Main { String name; Main(String s) { name = s; } Main() { this(\"a\"); name = \"b\"; }"
                + " static Object run() { return new Main(); } }");
        assertThat(instrumenting.bound).containsExactly("a.Main");
    }

    @Test
    void anInstanceWhoseConstructorThrowsIsNotReported() {
        assertThatThrownBy(() -> run(ANNOTATED + "Main { String name; Main() { throw new IllegalStateException(); }"
                        + " static Object run() { return new Main(); } }"))
                .hasCauseInstanceOf(IllegalStateException.class);
        assertThat(instrumenting.bound).isEmpty();
    }

    @Test
    void aModuleIsBoundToo() throws Exception {
        Object module = run(ANNOTATED + "Main implements io.reloadagent.api.Reloadable { String name = \"n\";"
                + " public void reload(io.reloadagent.api.ReloadContext c,"
                + " java.util.List<io.reloadagent.api.ConfigChange> l) {}"
                + " static Object run() { return new Main(); } }");
        assertThat(instrumenting.bound).containsExactly("a.Main");
        assertThat(instrumenting.constructed).containsExactly(module);
    }

    @Test
    void otherAnnotatedClassesAreNotReported() throws Exception {
        run("package a; @io.reloadagent.api.Dynamic(\"x.name\") class Main { int size;"
                + " static Object run() { return new Main(); } }");
        assertThat(instrumenting.bound).isEmpty();
    }

    @Test
    void aRuleDoesTheSame() throws Exception {
        try (Instrumenting ruled = Instrumenting.ruledByInstance("a.Main")) {
            Application.of("package a; class Main { int size; static Object run() { return new Main(); } }")
                    .transformedBy(ruled.transformer)
                    .run("a.Main");
            assertThat(ruled.bound).containsExactly("a.Main");
        }
    }
}
