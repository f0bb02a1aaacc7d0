package io.reloadagent.it;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs a test on the JDK of the build, the oldest and the newest, with a source in every format; the test takes both as its first parameters. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "on {0}, {1}")
@MethodSource("io.reloadagent.it.TestJdks#inEveryFormat")
@interface InEveryFormat {}
