package io.reloadagent.instrument;

import io.reloadagent.adopt.AdoptedAnnotation;
import io.reloadagent.bridge.Bridge;
import io.reloadagent.field.Cell;
import io.reloadagent.field.DynamicClass;
import io.reloadagent.field.Linker;
import io.reloadagent.field.NumberedFilters;
import io.reloadagent.field.Versions;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** A transformer, and an agent behind the bridge that overrides fields by name. */
final class Instrumenting implements AutoCloseable {

    /** Under its own name, as where it cannot be defined in {@code java.lang}. */
    private static final String BRIDGE = "io/reloadagent/bridge/Bridge";

    final Map<String, Object> overrides = new HashMap<>();
    final List<Object> constructed = new ArrayList<>();
    final List<String> bound = new ArrayList<>();
    final List<String> pins = new ArrayList<>();
    final List<String> observed = new ArrayList<>();
    final List<String> adopted = new ArrayList<>();
    final List<String> linked = new ArrayList<>();
    final List<String> failures = new ArrayList<>();
    final NumberedFilters filters = new NumberedFilters(new Linker(this::describe), Bridge::nextNumber);
    final LateClasses late = new LateClasses();
    final Transformer transformer;
    private final Versions versions = new Versions("basis");

    private Instrumenting(
            Predicate<String> ruledClass, Predicate<String> ruledField, Predicate<String> ruledInstances) {
        this(ruledClass, ruledField, ruledInstances, null, Set.of());
    }

    private Instrumenting(
            Predicate<String> ruledClass,
            Predicate<String> ruledField,
            Predicate<String> ruledInstances,
            List<List<String>> ruledClassNames,
            Set<AdoptedAnnotation> adopting) {
        transformer = new Transformer(
                new DynamicFields(
                                ruledClass,
                                (className, field) -> ruledClass.test(className) && ruledField.test(field),
                                ruledField,
                                ruledInstances,
                                ruledClassNames)
                        .with(new AdoptedClasses(adopting)),
                ClassPath.unknown(),
                BRIDGE,
                filters,
                observer(),
                (name, failure) -> failures.add(name + ": " + failure.getMessage()),
                late);
        Bridge.connect(this::answer);
        Bridge.connectPins(this::pin);
    }

    private DynamicClassObserver observer() {
        return new DynamicClassObserver() {
            @Override
            public void loaded(String className, Collection<String> fields, Collection<String> inlined) {
                observed.add(className + " " + fields + " " + inlined);
            }

            @Override
            public void adopted(String className, String field, AdoptedAnnotation annotation, String text) {
                adopted.add(className + " " + field + " " + annotation + " " + text);
            }
        };
    }

    /** Without rules, for annotations of other frameworks. */
    static Instrumenting adopting(Set<AdoptedAnnotation> annotations) {
        return new Instrumenting(className -> false, field -> false, className -> false, null, annotations);
    }

    /** The same, knowing that there are no rules. */
    static Instrumenting adoptingAlone(Set<AdoptedAnnotation> annotations) {
        return new Instrumenting(className -> false, field -> false, className -> false, List.of(), annotations);
    }

    static Instrumenting annotated() {
        return new Instrumenting(className -> false, field -> false, className -> false);
    }

    /** For all fields of one class, named as the JVM names it. */
    static Instrumenting ruled(String ruledClass) {
        return new Instrumenting(ruledClass::equals, field -> true, className -> false);
    }

    /** The same, by a rule that names the class; as one of these. */
    static Instrumenting named(String... ruledClass) {
        List<String> names = List.of(ruledClass);
        return new Instrumenting(names::contains, field -> true, className -> false, List.of(names), Set.of());
    }

    /** For all fields of one class, whose instances are bound by the values of their own fields. */
    static Instrumenting ruledByInstance(String ruledClass) {
        return new Instrumenting(ruledClass::equals, field -> true, ruledClass::equals);
    }

    static Instrumenting ruled(String ruledClass, String ruledField) {
        return new Instrumenting(ruledClass::equals, ruledField::equals, className -> false);
    }

    Instrumenting override(String field, Object value) {
        overrides.put(field, value);
        return this;
    }

    /** Whether the transformer changes a class of the application. */
    boolean touches(Application application, String internalName) {
        return transformer.transform(application, internalName, null, null, application.file(internalName)) != null;
    }

    private Object answer(String operation, Object... arguments) {
        return switch (operation) {
            case "filter" -> filter((Integer) arguments[0]);
            case "link" -> link((String) arguments[0], (MethodType) arguments[1]);
            case "getter" -> constant((String) arguments[0], ((MethodHandle) arguments[1]).type());
            case "constructed" -> constructed.add(arguments[0]);
            case "bound" -> bound.add(((Class<?>) arguments[1]).getName());
            default -> operation + List.of(arguments);
        };
    }

    private AutoCloseable pin() {
        pins.add("pin");
        return () -> pins.add("unpin");
    }

    private Object link(String field, MethodType type) {
        linked.add(field);
        return overrides.containsKey(field) ? new ConstantCallSite(constant(field, type)) : null;
    }

    private Object filter(int number) {
        try {
            return filters.link(number);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** For readers that are too old for sites. */
    private DynamicClass describe(Class<?> type) {
        Map<String, Cell> cells = new HashMap<>();
        for (Field field : type.getDeclaredFields()) {
            if (overrides.containsKey(field.getName())) {
                Cell cell = versions.cell(field);
                versions.register(
                        List.of(cell), basis -> Collections.singletonMap(cell, overrides.get(field.getName())));
                cells.put(field.getName(), cell);
            }
        }
        return (name, descriptor) -> {
            linked.add(name);
            return cells.get(name);
        };
    }

    private MethodHandle constant(String field, MethodType type) {
        MethodHandle constant = MethodHandles.constant(type.returnType(), overrides.get(field));
        return MethodHandles.dropArguments(constant, 0, type.parameterList());
    }

    @Override
    public void close() {
        Bridge.connect(null);
    }
}
