package io.reloadagent.bind;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What the type variables of a class's superclasses stand for in it. Holds the class; immutable. */
final class TypeArguments {

    static final TypeArguments NONE = new TypeArguments();

    private final Map<Type, Type> arguments = new HashMap<>();

    private TypeArguments() {}

    static TypeArguments of(Class<?> type) {
        TypeArguments all = new TypeArguments();
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            all.add(each.getGenericSuperclass());
        }
        return all;
    }

    private void add(Type superclass) {
        if (superclass instanceof ParameterizedType) {
            ParameterizedType generic = (ParameterizedType) superclass;
            TypeVariable<?>[] variables = ((Class<?>) generic.getRawType()).getTypeParameters();
            Type[] actual = generic.getActualTypeArguments();
            for (int i = 0; i < variables.length; i++) {
                arguments.put(variables[i], actual[i]);
            }
        }
    }

    /** The type itself, unless it is a variable that stands for another. */
    Type resolve(Type type) {
        Type resolved = type;
        while (arguments.containsKey(resolved)) {
            resolved = arguments.get(resolved);
        }
        return resolved;
    }

    /** What the variables that a type mentions stand for, one step resolved; those that nothing is known of are left out. */
    Stream<Type> mentionedIn(Type type) {
        if (type instanceof ParameterizedType) {
            ParameterizedType generic = (ParameterizedType) type;
            return Stream.concat(mentionedIn(generic.getActualTypeArguments()), mentionedIn(generic.getOwnerType()));
        }
        if (type instanceof GenericArrayType) {
            return mentionedIn(((GenericArrayType) type).getGenericComponentType());
        }
        if (type instanceof WildcardType) {
            WildcardType wildcard = (WildcardType) type;
            return Stream.concat(mentionedIn(wildcard.getUpperBounds()), mentionedIn(wildcard.getLowerBounds()));
        }
        return arguments.containsKey(type) ? Stream.of(arguments.get(type)) : Stream.empty();
    }

    private Stream<Type> mentionedIn(Type[] types) {
        return Arrays.stream(types).flatMap(this::mentionedIn);
    }
}
