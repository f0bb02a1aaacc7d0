package io.reloadagent.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a dynamic field, an {@code int} or a {@code long} (or their boxes), is an amount of data in bytes. The source may then
 * have {@code 10MB}, {@code 512KiB}, {@code 1.5g} or a plain number of bytes. A kilobyte has 1024 bytes, written with an {@code i} or
 * without, as in the options of the JVM.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface DataSize {}
