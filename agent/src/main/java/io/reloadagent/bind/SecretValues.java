package io.reloadagent.bind;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Type;

/** The type of the API whose values are secret wherever they stand. The application has a copy of it in a class loader of its own. */
final class SecretValues {

    private static final String NAME = "io.reloadagent.api.SecretValue";

    private SecretValues() {}

    static boolean isType(Type type) {
        return type instanceof Class && ((Class<?>) type).getName().equals(NAME);
    }

    /** How the application's copy of the type is read; its description quotes nothing. */
    static Scalar scalar(Class<?> type) {
        return Scalar.ofText("a text", text -> of(type, text));
    }

    private static Object of(Class<?> type, String text) {
        try {
            MethodHandle of = MethodHandles.publicLookup()
                    .findStatic(type, "of", MethodType.methodType(type, CharSequence.class));
            return of.invoke((CharSequence) text);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("this copy of reload-agent-api has no SecretValue that can be made", e);
        }
    }
}
