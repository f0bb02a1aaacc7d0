package io.reloadagent.bind;

import io.reloadagent.source.Leaf;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;

/** The type of the API whose values are secret wherever they stand. The application has a copy of it in a class loader of its own. */
final class SecretValues {

    private static final String NAME = "io.reloadagent.api.SecretValue";

    private SecretValues() {}

    static boolean isType(Type type) {
        return type instanceof Class && ((Class<?>) type).getName().equals(NAME);
    }

    /** How the application's copy of the type is read; its description quotes nothing. */
    static Scalar scalar(Class<?> type) {
        return Scalar.ofLeaf("a text", leaf -> of(type, leaf));
    }

    /** What is kept outside of the heap stays there. */
    private static Object of(Class<?> type, Leaf leaf) {
        ByteBuffer hidden = leaf.hiddenUtf8();
        return hidden == null
                ? make(type, "of", CharSequence.class, leaf.text())
                : make(type, "ofUtf8", ByteBuffer.class, hidden);
    }

    private static Object make(Class<?> type, String method, Class<?> parameter, Object argument) {
        try {
            MethodHandle made =
                    MethodHandles.publicLookup().findStatic(type, method, MethodType.methodType(type, parameter));
            return made.invoke(argument);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("this copy of reload-agent-api has no SecretValue that can be made", e);
        }
    }
}
