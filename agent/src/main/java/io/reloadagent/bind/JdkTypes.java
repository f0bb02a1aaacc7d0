package io.reloadagent.bind;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;

/** Tells types that consist of the boot loader's classes alone. They are never unloaded, so what is cached for them holds nothing up. */
final class JdkTypes {

    private JdkTypes() {}

    static boolean contain(Type type) {
        if (type instanceof Class) {
            return isOfBootLoader((Class<?>) type);
        }
        if (type instanceof ParameterizedType) {
            ParameterizedType parameterized = (ParameterizedType) type;
            return contain(parameterized.getRawType()) && containAll(parameterized.getActualTypeArguments());
        }
        if (type instanceof GenericArrayType) {
            return contain(((GenericArrayType) type).getGenericComponentType());
        }
        if (type instanceof WildcardType) {
            WildcardType wildcard = (WildcardType) type;
            return containAll(wildcard.getUpperBounds()) && containAll(wildcard.getLowerBounds());
        }
        return false;
    }

    private static boolean containAll(Type[] types) {
        return Arrays.stream(types).allMatch(JdkTypes::contain);
    }

    /** An array has the loader of what it holds. */
    private static boolean isOfBootLoader(Class<?> type) {
        return type.getClassLoader() == null && type != Class.class; // its values may be any loader's
    }

    /** Whether a class belongs to the JDK, whichever of its loaders has it. */
    static boolean isOfJdk(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return loader == null || loader == ClassLoader.getSystemClassLoader().getParent();
    }
}
