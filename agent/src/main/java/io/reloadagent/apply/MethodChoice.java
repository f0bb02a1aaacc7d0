package io.reloadagent.apply;

import io.reloadagent.bind.Nearest;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds the method that a rule means among all of a class, private and inherited ones included. */
final class MethodChoice {

    private final Class<?> owner;

    /** By name and parameters: what a subclass overrides is not listed. */
    private final Map<String, Method> methods = new LinkedHashMap<>();

    private MethodChoice(Class<?> owner) {
        this.owner = owner;
        for (Class<?> type = owner; type != null && type != Object.class; type = type.getSuperclass()) {
            addAll(type);
        }
        for (Class<?> type = owner; type != null; type = type.getSuperclass()) {
            addInterfaces(type);
        }
    }

    private void addAll(Class<?> type) {
        for (Method method : type.getDeclaredMethods()) {
            if (!method.isSynthetic() && !(type.isInterface() && isAbstract(method))) {
                methods.putIfAbsent(method.getName() + Arrays.toString(method.getParameterTypes()), method);
            }
        }
    }

    private static boolean isAbstract(Method method) {
        return Modifier.isAbstract(method.getModifiers());
    }

    private void addInterfaces(Class<?> type) {
        for (Class<?> parent : type.getInterfaces()) {
            addAll(parent);
            addInterfaces(parent);
        }
    }

    /**
     * The method that is to be called.
     *
     * @throws MethodProblem if there is none, or more than one and no word on which
     */
    static Method method(ApplyRule rule, Class<?> owner) throws MethodProblem {
        return new MethodChoice(owner).choose(rule);
    }

    private Method choose(ApplyRule rule) throws MethodProblem {
        List<Method> named = named(rule.method());
        if (named.isEmpty()) {
            throw new MethodProblem(owner.getName() + " has no method '" + rule.method() + "'" + advice(rule.method()));
        }
        List<Method> fitting =
                named.stream().filter(method -> isMeant(method, rule.type())).collect(Collectors.toList());
        List<Method> settable = fitting.stream()
                .filter(method -> method.getParameterCount() == 1)
                .collect(Collectors.toList());
        List<Method> chosen = settable.isEmpty() ? fitting : settable;
        if (chosen.size() == 1) {
            return chosen.get(0);
        }
        if (chosen.isEmpty()) {
            throw new MethodProblem(owner.getName() + "." + rule.method() + " can be called with one parameter"
                    + (rule.type() == null ? " or none" : " of type '" + rule.type() + "'") + ", but there "
                    + (named.size() == 1 ? "is " : "are ") + shown(named));
        }
        throw new MethodProblem(owner.getName() + " has several methods '" + rule.method() + "': " + shown(chosen)
                + "; say which by 'type: "
                + chosen.get(0).getParameterTypes()[0].getTypeName() + "' for example");
    }

    private List<Method> named(String name) {
        return methods.values().stream()
                .filter(method -> method.getName().equals(name))
                .collect(Collectors.toList());
    }

    private static boolean isMeant(Method method, String type) {
        if (method.getParameterCount() > 1) {
            return false;
        }
        if (type == null) {
            return true;
        }
        if (method.getParameterCount() == 0) {
            return type.equals(ApplyRule.NO_PARAMETER);
        }
        Class<?> parameter = method.getParameterTypes()[0];
        return type.equals(parameter.getTypeName())
                || type.equals(parameter.getName())
                || type.equals(parameter.getSimpleName());
    }

    private String advice(String name) {
        Collection<String> known =
                methods.values().stream().map(Method::getName).collect(Collectors.toCollection(TreeSet::new));
        String nearest = Nearest.of(name, known);
        return nearest == null ? "" : "; did you mean '" + nearest + "'?";
    }

    private static String shown(List<Method> some) {
        return some.stream()
                .map(method -> method.getName()
                        + Arrays.stream(method.getParameterTypes())
                                .map(Class::getTypeName)
                                .collect(Collectors.joining(", ", "(", ")")))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /**
     * The method that tells what the other one sets.
     *
     * @return null if the rule names none, and there is none of the property's
     * @throws MethodProblem if the rule names one that there is not, or that cannot tell
     */
    static Method getter(ApplyRule rule, Method setter) throws MethodProblem {
        if (setter.getParameterCount() == 0) {
            return null;
        }
        MethodChoice choice = new MethodChoice(setter.getDeclaringClass());
        if (rule.getter() == null) {
            return choice.firstThatTells(namesOf(setter.getName()), setter);
        }
        Method getter = choice.firstThatTells(Arrays.asList(rule.getter()), setter);
        if (getter == null) {
            throw new MethodProblem(choice.owner.getName() + " has no method '" + rule.getter()
                    + "' without parameters that returns what '" + setter.getName() + "' takes"
                    + choice.advice(rule.getter()));
        }
        return getter;
    }

    private static List<String> namesOf(String setter) {
        if (!setter.startsWith("set") || setter.length() == 3) {
            return Arrays.asList(setter);
        }
        String property = setter.substring(3);
        return Arrays.asList(
                "get" + property, "is" + property, Character.toLowerCase(property.charAt(0)) + property.substring(1));
    }

    private Method firstThatTells(List<String> names, Method setter) {
        List<Method> telling = new ArrayList<>();
        for (String name : names) {
            named(name).stream().filter(method -> tells(method, setter)).forEach(telling::add);
        }
        return telling.isEmpty() ? null : telling.get(0);
    }

    private static boolean tells(Method getter, Method setter) {
        boolean isStatic = Modifier.isStatic(setter.getModifiers());
        return getter.getParameterCount() == 0
                && Modifier.isStatic(getter.getModifiers()) == isStatic
                && boxed(setter.getParameterTypes()[0]).isAssignableFrom(boxed(getter.getReturnType()));
    }

    private static Class<?> boxed(Class<?> type) {
        return MethodType.methodType(type).wrap().returnType();
    }
}
