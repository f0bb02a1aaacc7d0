package io.reloadagent.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Has a method read all dynamic fields from one version, from its begin to its end, however many reloads happen meanwhile:
 * as if its body stood in a scope of {@link ReloadAgent#pin()}. What it calls on the same thread is in the scope as well;
 * other threads are not, unless it hands the scope on.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Pinned {}
