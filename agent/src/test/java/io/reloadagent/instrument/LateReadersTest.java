package io.reloadagent.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LateReadersTest {

    private static final String OWNER =
            "package a; @io.reloadagent.api.Dynamic public class Owner { public int size; }";
    private static final String READER = "package a; class Reader { int read(Owner owner) { return owner.size; } }";

    private final Instrumenting instrumenting = Instrumenting.annotated();

    @Test
    void aReaderOfAClassWithoutAFileIsReportedWhenThatClassIsLoadedAndIsTouchedThen() {
        Application application = Application.of(OWNER, READER);
        byte[] owner = application.file("a/Owner");
        application.withoutFile("a/Owner");
        assertThat(instrumenting.touches(application, "a/Reader")).isFalse();

        instrumenting.transformer.transform(application, "a/Owner", null, null, owner);
        assertThat(instrumenting.late.owners).containsExactly("a/Owner for 1");
        assertThat(instrumenting.touches(application, "a/Reader")).isTrue();

        instrumenting.transformer.transform(application, "a/Owner", null, null, owner);
        assertThat(instrumenting.late.owners).hasSize(1);
    }

    @Test
    void aClassThatNobodyLookedForIsNotReported() {
        Application application = Application.of(OWNER, READER);
        instrumenting.touches(application, "a/Owner");
        instrumenting.touches(application, "a/Reader");
        assertThat(instrumenting.late.owners).isEmpty();
    }

    @Test
    void aClassThatCouldNotBeLookedAtForLackOfStackIsReportedAndNotNamedAsLeftAlone() {
        Application application = Application.of(OWNER, READER);
        assertThat(instrumenting.transformer.transform(
                        new Exhausted(application), "a/Reader", null, null, application.file("a/Reader")))
                .isNull();
        assertThat(instrumenting.late.exhausted).containsExactly("a/Reader");
        assertThat(instrumenting.failures).isEmpty();
    }

    @Test
    void aLoadedClassThatIsLeftAloneIsNotTouchedAgain() throws Exception {
        Application application = Application.of(OWNER, READER);
        Class<?> reader = application.loadClass("a.Reader");
        byte[] file = application.file("a/Reader");
        assertThat(instrumenting.transformer.transform(application, "a/Reader", reader, null, file))
                .isNotNull();
        instrumenting.transformer.leaveAlone(reader);
        assertThat(instrumenting.transformer.transform(application, "a/Reader", reader, null, file))
                .isNull();
    }

    @Test
    void theClassesThatHaveToBeSeenAgainAreThoseThatReadDeclareOrHaveNoFile() throws Exception {
        Application application = Application.of(
                OWNER,
                READER,
                "package a; class Plain { int i; int read() { return i; } }",
                "package a; class None {}");
        Class<?> none = application.loadClass("a.None");
        application.withoutFile("a/None");
        assertThat(instrumenting.transformer.concerns(application.loadClass("a.Reader")))
                .isTrue();
        assertThat(instrumenting.transformer.concerns(application.loadClass("a.Owner")))
                .isTrue();
        assertThat(instrumenting.transformer.concerns(application.loadClass("a.Plain")))
                .isFalse();
        assertThat(instrumenting.transformer.concerns(none)).isTrue();
        assertThat(instrumenting.failures).isEmpty();
    }

    @Test
    void theClassesThatWereChangedAreKnown() throws Exception {
        Application application = Application.of(OWNER, READER).transformedBy(instrumenting.transformer);
        assertThat(instrumenting.transformer.changed(application.loadClass("a.Reader")))
                .isTrue();
        assertThat(instrumenting.transformer.changed(application.loadClass("a.Owner")))
                .isFalse();
        assertThat(instrumenting.transformer.changed(
                        Application.of(OWNER, READER).loadClass("a.Reader")))
                .isFalse();
    }

    /** A thread that has hardly any stack left fails in the middle of a look at a file. */
    private static final class Exhausted extends ClassLoader {

        Exhausted(ClassLoader parent) {
            super(parent);
        }

        @Override
        public java.io.InputStream getResourceAsStream(String name) {
            throw new StackOverflowError();
        }
    }
}
