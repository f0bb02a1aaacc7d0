package io.reloadagent.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where rules name their classes, and nothing else makes fields dynamic. */
class RuledFieldsTest {

    private static final String PLAIN =
            "package a; public class Plain { public int size = Integer.parseInt(\"1\"); public static String name = \"n\"; }";
    private static final String SUB = "package b; public class Sub extends a.Plain {}";
    private static final String OTHER =
            "package c; public class Other { public long size; public static String title; public int other; }";

    private static Application application(String expression) {
        return Application.of(
                        PLAIN,
                        SUB,
                        OTHER,
                        "package d; class Reader { Object read(Object o) { return " + expression + "; } }")
                .withoutApi();
    }

    @ParameterizedTest
    @ValueSource(strings = {"((a.Plain) o).size", "a.Plain.name", "((b.Sub) o).size", "b.Sub.name"})
    void aReaderIsTouchedWhateverNameItHasForTheOwner(String expression) {
        assertThat(Instrumenting.named("a.Plain").touches(application(expression), "d/Reader"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"((c.Other) o).size", "c.Other.title", "((c.Other) o).other"})
    void aReaderOfOtherFieldsIsNot(String expression) {
        assertThat(Instrumenting.named("a.Plain").touches(application(expression), "d/Reader"))
                .isFalse();
    }

    @Test
    void theClassItselfIsTouchedIfItReadsItsFields() {
        Application application = Application.of(
                        "package a; public class Plain { static int size; int size() { return size; } }")
                .withoutApi();
        assertThat(Instrumenting.named("a.Plain").touches(application, "a/Plain"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"((a.Plain) o).size", "a.Plain.name"})
    void aRuledClassMayHaveNoFile(String expression) {
        Application application = application(expression).withoutFile("a/Plain");
        assertThat(Instrumenting.named("a.Plain").touches(application, "d/Reader"))
                .isTrue();
    }

    @Test
    void aNestedClassHasOneOfTheNamesThatTheRuleMayMean() {
        Application application = Application.of(
                        "package a; class Outer { static class Inner { static int size; } int size() { return Inner.size; } }")
                .withoutApi();
        assertThat(Instrumenting.named("a.Outer.Inner", "a.Outer$Inner").touches(application, "a/Outer"))
                .isTrue();
    }
}
