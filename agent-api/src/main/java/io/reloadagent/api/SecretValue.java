package io.reloadagent.api;

import com.fasterxml.jackson.annotation.JsonValue;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;

/**
 * A password, key or token that does not show itself: not in a text, a log, JSON, a serialized object or a heap dump. It is kept outside
 * of the heap, compared in constant time, and wiped when it is closed, or when some time after nobody uses it any more another one is made.
 *
 * <p>As the type of a dynamic field it makes the field's path a secret one, whose value the agent shows nowhere. Where the source says
 * {@code ${file:/run/secrets/password}}, the value does not get into the heap on its way from that file either.
 *
 * <pre>{@code
 * SecretValue password = SecretValue.of("for development");
 * ...
 * password.use(characters -> keyStore.load(in, characters));
 * }</pre>
 *
 * <p>Thread-safe. An old value is not wiped by a reload: who has read it may still need it.
 */
public final class SecretValue implements AutoCloseable, Serializable {

    private static final long serialVersionUID = 1;
    private static final String MASKED = "***";

    private final transient OffHeapText text;

    private SecretValue(OffHeapText text) {
        this.text = text;
        OffHeapText.wipeWith(this, text);
    }

    /**
     * Takes a copy.
     *
     * @param characters not null; may be empty
     * @throws IllegalArgumentException if a surrogate stands alone: it is no text
     */
    public static SecretValue of(CharSequence characters) {
        return new SecretValue(OffHeapText.of(CharBuffer.wrap(Objects.requireNonNull(characters, "characters"))));
    }

    /**
     * Takes a copy of characters, which the caller may wipe then.
     *
     * @param characters not null; may be empty
     * @throws IllegalArgumentException if a surrogate stands alone: it is no text
     */
    public static SecretValue of(char[] characters) {
        return new SecretValue(OffHeapText.of(CharBuffer.wrap(characters)));
    }

    /**
     * Takes a copy of what remains in a buffer, whose position stays as it is.
     *
     * @param utf8 not null; a direct one keeps the secret out of the heap
     * @throws IllegalArgumentException if it is not UTF-8
     */
    public static SecretValue ofUtf8(ByteBuffer utf8) {
        return new SecretValue(OffHeapText.ofUtf8(utf8));
    }

    /**
     * Hands the characters to a function, and overwrites them when it has returned: it must not keep the array.
     *
     * @param function not null
     * @return what the function returns
     * @throws IllegalStateException if the secret was wiped
     */
    public <T> T use(Function<? super char[], ? extends T> function) {
        char[] characters = text.characters();
        try {
            return function.apply(characters);
        } finally {
            Arrays.fill(characters, '\0');
        }
    }

    /**
     * The secret as a String, for libraries that want one. It stays in the heap until it is collected, and in heap dumps:
     * prefer {@link #use}.
     *
     * @throws IllegalStateException if the secret was wiped
     */
    public String reveal() {
        return use(String::new);
    }

    /** Overwrites the secret. It cannot be used afterwards. Without effect if it was wiped already. */
    @Override
    public void close() {
        text.wipe();
    }

    /** Whether it was wiped. */
    public boolean isWiped() {
        return text.isWiped();
    }

    /** Whether the other one is a secret of the same characters, found out in a time that does not depend on where they differ. */
    @Override
    public boolean equals(Object other) {
        return other == this || (other instanceof SecretValue && text.sameAs(((SecretValue) other).text));
    }

    /** Differs from one JVM to the next, so that it tells nothing. */
    @Override
    public int hashCode() {
        return text.hash();
    }

    /** {@code ***}, in JSON too. */
    @JsonValue
    @Override
    public String toString() {
        return MASKED;
    }

    private Object writeReplace() {
        return new Serialized();
    }

    @SuppressWarnings("unused")
    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("a secret is not serialized");
    }

    /** What is serialized instead; becomes a wiped secret again. */
    private static final class Serialized implements Serializable {

        private static final long serialVersionUID = 1;

        private Object readResolve() {
            SecretValue wiped = of("");
            wiped.close();
            return wiped;
        }
    }
}
