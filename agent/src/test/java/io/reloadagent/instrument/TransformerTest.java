package io.reloadagent.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransformerTest {

    private static final String ANNOTATED_FIELD =
            "package a; public class Pool { @io.reloadagent.api.Dynamic(\"x\") public int size; public int other; }";
    private static final String ANNOTATED_CLASS =
            "package a; @io.reloadagent.api.Dynamic public class All { public int size; public static String name; }";
    private static final String PLAIN =
            "package a; public class Plain { public int size; public static String name; int own() { return size; } }";

    private static String reader(String expression) {
        return "package b; class Reader { Object read(Object o) { return " + expression + "; } }";
    }

    private static boolean touched(Instrumenting instrumenting, String expression) {
        Application application = Application.of(
                ANNOTATED_FIELD,
                ANNOTATED_CLASS,
                PLAIN,
                "package a; public class Sub extends All {}",
                reader(expression));
        boolean touched = instrumenting.touches(application, "b/Reader");
        assertThat(instrumenting.failures).isEmpty();
        return touched;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "((a.Plain) o).size",
                "a.Plain.name",
                "((a.Pool) o).other",
                "System.out",
                "((java.awt.Point) o).x"
            })
    void aReaderOfOtherFieldsIsLeftAlone(String expression) {
        assertThat(touched(Instrumenting.annotated(), expression)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"((a.Pool) o).size", "((a.All) o).size", "a.All.name", "((a.Sub) o).size", "a.Sub.name"})
    void aReaderOfAnAnnotatedFieldIsTouched(String expression) {
        assertThat(touched(Instrumenting.annotated(), expression)).isTrue();
    }

    @Test
    void aReaderOfARuledFieldIsTouched() {
        Instrumenting size = Instrumenting.ruled("a.Plain", "size");
        assertThat(touched(size, "((a.Plain) o).size")).isTrue();
        assertThat(touched(size, "a.Plain.name")).isFalse();
    }

    @Test
    void theClassThatDeclaresTheFieldIsTouchedIfItReadsIt() {
        Application application = Application.of(PLAIN, ANNOTATED_FIELD);
        assertThat(Instrumenting.ruled("a.Plain").touches(application, "a/Plain"))
                .isTrue();
        assertThat(Instrumenting.annotated().touches(application, "a/Pool")).isFalse();
    }

    @Test
    void aRuleForASubclassDoesNotCoverWhatItInherits() {
        Application application =
                Application.of(PLAIN, "package a; public class Sub extends Plain {}", reader("((a.Sub) o).size"));
        assertThat(Instrumenting.ruled("a.Sub").touches(application, "b/Reader"))
                .isFalse();
        assertThat(Instrumenting.ruled("a.Plain").touches(application, "b/Reader"))
                .isTrue();
    }

    @Test
    void compileTimeConstantsHaveNoReadersToTouch() {
        Application application = Application.of(
                "package a; class K { static final int ONE = 1; int one() { return ONE; } }",
                "package a; class NoConstant { static final Integer TWO = 2; Object two() { return TWO; } }");
        assertThat(Instrumenting.ruled("a.K").touches(application, "a/K")).isFalse();
        assertThat(Instrumenting.ruled("a.NoConstant").touches(application, "a/NoConstant"))
                .isTrue();
    }

    @Test
    void enumConstantsAndTheCompilersOwnFieldsAreLeftAlone() {
        Application application = Application.of(
                "package a; enum Mode { SLOW, FAST; static Mode[] all() { return values(); } }",
                "package a; class UsesMode { Object read(Mode m) { switch (m) { case SLOW: return Mode.FAST;"
                        + " default: return Mode.SLOW; } } }",
                "package a; class Outer { class Inner { Object outer() { return Outer.this; } }"
                        + " void check(int i) { assert i > 0; } }");
        assertThat(Instrumenting.ruled("a.Mode").touches(application, "a/Mode")).isFalse();
        assertThat(Instrumenting.ruled("a.Mode").touches(application, "a/UsesMode"))
                .isFalse();
        assertThat(Instrumenting.ruled("a.Outer").touches(application, "a/Outer"))
                .isFalse();
        assertThat(Instrumenting.ruled("a.Outer$Inner").touches(application, "a/Outer$Inner"))
                .isFalse();
    }

    @Test
    void aReaderOfARuledClassWithoutAFileIsTouched() {
        Application application =
                Application.of(PLAIN, reader("((a.Plain) o).size")).withoutFile("a/Plain");
        assertThat(Instrumenting.ruled("a.Plain").touches(application, "b/Reader"))
                .isTrue();
        assertThat(Instrumenting.annotated().touches(application, "b/Reader")).isFalse();
    }

    @Test
    void classesOfTheJdkAndOfTheAgentItselfAreLeftAlone() {
        Transformer transformer = Instrumenting.ruled("a.Plain").transformer;
        byte[] plain = Application.of(PLAIN).file("a/Plain");
        assertThat(transformer.transform(null, "a/Plain", null, null, plain)).isNull();
        assertThat(transformer.transform(getClass().getClassLoader(), "a/Plain", null, null, plain))
                .isNull();
        assertThat(transformer.transform(Application.of(PLAIN), null, null, null, plain))
                .isNull();
        assertThat(transformer.transform(Application.of(PLAIN), "java/util/Plain", null, null, plain))
                .isNull();
    }

    @Test
    void aFieldWhoseTypeTheReaderHasNoAccessToIsLeftAloneAndReported() {
        Instrumenting instrumenting = Instrumenting.ruled("a.Base");
        Application application = Application.of(
                "package a; public class Base { protected static Hidden hidden; public static int size;"
                        + " static class Hidden {} }",
                "package b; class Reader extends a.Base { boolean read() { return hidden == null; } }",
                "package a; class Friend { boolean read() { return Base.hidden == null; } }");
        assertThat(instrumenting.touches(application, "b/Reader")).isFalse();
        assertThat(instrumenting.failures).singleElement().asString().contains("b.Reader", "hidden", "no access");
        assertThat(instrumenting.touches(application, "a/Friend")).isTrue();
    }

    @Test
    void aFieldWhoseTypeItsModuleKeepsFromTheReaderIsLeftAloneAndReported() {
        Instrumenting instrumenting = Instrumenting.ruled("a.Base");
        Application application = Application.of(
                List.of("--add-exports", "java.base/sun.security.provider=ALL-UNNAMED"),
                "package a; public class Base { public static sun.security.provider.Sun hidden; }",
                "package b; class Reader { boolean read() { return a.Base.hidden == null; } }");
        assertThat(instrumenting.touches(application, "b/Reader")).isFalse();
        assertThat(instrumenting.failures).singleElement().asString().contains("b.Reader", "hidden", "no access");
    }

    @Test
    void theObserverIsToldOfClassesThatAreToBeDynamicAndOfWhatCannotFollow() {
        Application application = Application.of(
                ANNOTATED_FIELD,
                PLAIN,
                "package a; class K { static final int ONE = 1; final int two = 2; final Integer three = 3;"
                        + " static final long serialVersionUID = 4; int[] none; }");
        Instrumenting instrumenting = Instrumenting.ruled("a.K");
        for (String name : List.of("a/K", "a/Pool", "a/Plain")) {
            instrumenting.touches(application, name);
        }
        assertThat(instrumenting.observed)
                .containsExactly("a.K [ONE, two, three, serialVersionUID, none] [ONE, two]", "a.Pool [size, other] []");
    }

    @Test
    void aDamagedClassFileIsLeftToTheJvmAndReported() {
        Instrumenting instrumenting = Instrumenting.ruled("a.Plain");
        Application application = Application.of(PLAIN);
        for (byte[] damaged : List.of(new byte[0], new byte[] {1, 2, 3, 4}, cut(application.file("a/Plain")))) {
            application.add("a/Plain", damaged);
            assertThat(instrumenting.touches(application, "a/Plain")).isFalse();
        }
        assertThat(instrumenting.failures).hasSize(3).allMatch(failure -> failure.startsWith("a.Plain: "));
    }

    private static byte[] cut(byte[] file) {
        return java.util.Arrays.copyOf(file, file.length / 2);
    }
}
