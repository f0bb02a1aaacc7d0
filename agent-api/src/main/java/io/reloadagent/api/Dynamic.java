package io.reloadagent.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes fields dynamic: while the agent is installed, every read of the field in byte code returns the value that the
 * configuration source holds at the field's path, and the field's own value where the source holds none.
 *
 * <p>On a class it covers all fields that the class itself declares, static and final ones included; {@link #value} is
 * then the prefix of their paths. On a field, {@link #value} is the whole path; left empty, the path is the class's
 * prefix and the field's name. Paths are compared word by word, so {@code maxConns}, {@code max-conns} and
 * {@code MAX_CONNS} are the same.
 *
 * <p>A prefix may name fields of the class or its superclasses: with {@code @Dynamic("databases.${name}")} each instance reads
 * at paths of its own, from when the constructor of the class ends, by the value that its field {@code name} has then.
 * Until then, and where that is null or empty, it reads its own values; so do static fields.
 *
 * <p>A {@code static final} field with a compile-time constant cannot follow: the compiler copies it into its readers.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD})
public @interface Dynamic {

    /** The prefix (on a class) or the path (on a field), dot-separated; empty for the rule stated above. */
    String value() default "";
}
