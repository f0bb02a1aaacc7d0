package io.reloadagent.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import io.reloadagent.adopt.AdoptedAnnotation;
import java.util.EnumSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A class with annotations of another framework")
class AdoptedClassesTest {

    private static final String PROPERTIES = "package org.springframework.boot.context.properties;"
            + " @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)"
            + " public @interface ConfigurationProperties { String prefix() default \"\"; String value() default \"\"; }";

    private static final String SAMPLES = "package org.springframework.samples.a;";

    private static final String NESTED = "package org.springframework.boot.context.properties;"
            + " @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)"
            + " public @interface NestedConfigurationProperty {}";

    private static final String VALUE = "package org.springframework.beans.factory.annotation;"
            + " @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)"
            + " public @interface Value { String value(); }";

    private static final String ROOT =
            "package a; @org.springframework.boot.context.properties.ConfigurationProperties(prefix = \"app\") public class"
                    + " Root { static int count; private int size; private Held held; String text() { return \"\" + size; }"
                    + " Held held() { return held; } }";
    private static final String HELD = "package a; public class Held { int depth; int depth() { return depth; } }";
    private static final String BEAN = "package a; public class Bean {"
            + " @org.springframework.beans.factory.annotation.Value(\"${limit:3}\") int limit; int other;"
            + " int other() { return other; } }";
    private static final String READER =
            "package a; class Reader { int read(Bean bean) { return bean.limit; } int plain(Bean bean) { return bean.other; } }";

    private final Instrumenting instrumenting = Instrumenting.adopting(EnumSet.allOf(AdoptedAnnotation.class));
    private final Application application = Application.of(PROPERTIES, VALUE, ROOT, HELD, BEAN, READER);

    @Test
    @DisplayName("is touched where it reads its own fields, static ones excepted")
    void root() throws ClassNotFoundException {
        assertThat(instrumenting.touches(application, "a/Root")).isTrue();
        assertThat(instrumenting.observed).containsExactly("a.Root [count, size, held] []");
        assertThat(instrumenting.adopted).containsExactly("a.Root null SPRING_CONFIGURATION_PROPERTIES app");
        assertThat(instrumenting.transformer.dynamicMembers(application.loadClass("a.Root")))
                .extracting(member -> member.name)
                .containsExactly("size", "held");
    }

    @Test
    @DisplayName("has the classes of its fields touched, too, also those that were loaded before")
    void held() {
        assertThat(instrumenting.touches(application, "a/Held")).isFalse();
        instrumenting.touches(application, "a/Root");
        assertThat(instrumenting.late.owners).containsExactly("a/Held for 1");
        assertThat(instrumenting.touches(application, "a/Held")).isTrue();
    }

    @Test
    @DisplayName("has readers that were loaded before looked at again")
    void lateReader() {
        application.withoutApi();
        assertThat(instrumenting.touches(application, "a/Reader")).isFalse();
        assertThat(instrumenting.touches(application, "a/Bean")).isFalse(); // it does not read the field itself
        assertThat(instrumenting.adopted).containsExactly("a.Bean limit SPRING_VALUE ${limit:3}");
        assertThat(instrumenting.late.owners).containsExactly("a/Bean for 1");
        assertThat(instrumenting.touches(application, "a/Reader")).isTrue();
    }

    @Test
    @DisplayName("is a class as any other where its framework is not adopted")
    void notAdopted() {
        Instrumenting others = Instrumenting.adopting(EnumSet.of(AdoptedAnnotation.NACOS_VALUE));
        assertThat(others.touches(application, "a/Root")).isFalse();
        assertThat(others.touches(application, "a/Bean")).isFalse();
        assertThat(others.observed).isEmpty();
    }

    @Test
    @DisplayName("has no reader among the framework's classes: their files are not read where no rule names a class")
    void framework() {
        application.withoutApi();
        byte[] noClass = {1, 2, 3};
        Instrumenting alone = Instrumenting.adoptingAlone(EnumSet.allOf(AdoptedAnnotation.class));
        assertThat(alone.transformer.transform(application, "org/springframework/Any", null, null, noClass))
                .isNull();
        assertThat(alone.failures).isEmpty();
        alone.transformer.transform(application, "org/springframework/samples/Any", null, null, noClass);
        assertThat(alone.failures).singleElement().asString().startsWith("org.springframework.samples.Any: ");
        assertThat(alone.touches(application, "a/Root")).isTrue();
    }

    @Test
    @DisplayName("may be one of a framework's samples: these are applications")
    void sample() {
        Application sample = Application.of(
                        PROPERTIES, ROOT.replace("package a;", SAMPLES), HELD.replace("package a;", SAMPLES))
                .withoutApi();
        Instrumenting alone = Instrumenting.adoptingAlone(EnumSet.allOf(AdoptedAnnotation.class));
        assertThat(alone.touches(sample, "org/springframework/samples/a/Root")).isTrue();
    }

    @Test
    @DisplayName(
            "may extend a class of a library, whose file is looked at only if the library's class is held by one that is adopted")
    void libraryParent() {
        Application services = Application.of(
                        PROPERTIES,
                        NESTED,
                        "package org.slf4j; public class Base { protected int level; }",
                        "package a; public class Child extends org.slf4j.Base { int level() { return level; } }",
                        "package a; @org.springframework.boot.context.properties.ConfigurationProperties(prefix = \"app\") public"
                                + " class Holder { @org.springframework.boot.context.properties.NestedConfigurationProperty"
                                + " org.slf4j.Base base; }",
                        "package a; public class Second extends org.slf4j.Base { int level() { return level; } }")
                .withoutApi();
        Instrumenting alone = Instrumenting.adoptingAlone(EnumSet.allOf(AdoptedAnnotation.class));
        assertThat(alone.touches(services, "a/Child")).isFalse();
        alone.touches(services, "a/Holder");
        assertThat(alone.touches(services, "a/Second")).isTrue();
    }
}
