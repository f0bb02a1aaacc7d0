package io.reloadagent.instrument;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Decides by a scan of its file what is to be changed in a class. Thread-safe. */
final class Planner {

    private static final String API_LINK = "io/reloadagent/api/AgentLink";

    /** The first class file version whose constants may be classes: Java 5. */
    private static final int CLASS_CONSTANTS_SINCE = 49;

    private final DynamicFields dynamicFields;
    private final ClassPath classPath;
    private final Predicate<String> tracked;
    private final BiConsumer<String, Throwable> failed;

    /** Guarded by itself. */
    private final Map<ClassLoader, ClassShapes> shapesByLoader = new WeakHashMap<>();

    Planner(
            DynamicFields dynamicFields,
            ClassPath classPath,
            Predicate<String> tracked,
            BiConsumer<String, Throwable> failed) {
        this.dynamicFields = dynamicFields;
        this.classPath = classPath;
        this.tracked = tracked;
        this.failed = failed;
    }

    /** Whether a class, {@code com/acme/Main}, can be left as it is whatever its file says: that need not be read, then. */
    boolean exclude(String name, ClassLoader loader) {
        if (!shapes(loader).exclude(name)) {
            return false;
        }
        String className = name.replace('/', '.');
        return !dynamicFields.isRuled(className) && !tracked.test(className);
    }

    /** Whether the transformer has to look at the class; says nothing about it yet. */
    boolean concerns(ClassFile file, ClassLoader loader) {
        ClassShapes shapes = shapes(loader);
        ClassShape shape = shapes.add(file);
        return dynamicFields.concern(file)
                || !reads(file, shape, shapes, loader).isEmpty()
                || !file.pinnedMethods().isEmpty()
                || file.name().equals(API_LINK)
                || tracked.test(file.className())
                || shapes.isModule(file, shape, loader);
    }

    /** Forgets what a class looked like that turned out to be dynamic; returns the loaders that have asked for it. */
    List<ClassLoader> forget(String className) {
        synchronized (shapesByLoader) {
            return shapesByLoader.entrySet().stream()
                    .filter(known -> known.getValue().forget(className))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toList());
        }
    }

    /** Makes a class known where it was looked for in vain; returns the loaders that did. */
    List<ClassLoader> reveal(ClassFile file) {
        ClassShape shape = new ClassShape(file, dynamicFields.declaredBy(file));
        synchronized (shapesByLoader) {
            return shapesByLoader.entrySet().stream()
                    .filter(known -> known.getValue().reveal(file.name(), shape))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toList());
        }
    }

    Plan plan(ClassFile file, ClassLoader loader) {
        ClassShapes shapes = shapes(loader);
        ClassShape shape = shapes.add(file);
        Set<FieldReference> reads = reads(file, shape, shapes, loader);
        return new Plan(
                permitted(reads, file, shapes, loader),
                file.pinnedMethods(),
                file.name().equals(API_LINK),
                file.majorVersion() >= CLASS_CONSTANTS_SINCE && shapes.isModule(file, shape, loader),
                dynamicFields.bindInstances(file)
                        && (file.majorVersion() >= CLASS_CONSTANTS_SINCE
                                || refuse(file, "its instances cannot be bound by their fields")),
                tracked.test(file.className())
                        && (file.majorVersion() >= CLASS_CONSTANTS_SINCE
                                || refuse(file, "methods of its instances cannot be called")));
    }

    private Set<FieldReference> permitted(
            Set<FieldReference> reads, ClassFile file, ClassShapes shapes, ClassLoader loader) {
        Set<FieldReference> permitted = reads.isEmpty() ? Collections.emptySet() : new HashSet<>();
        for (FieldReference field : reads) {
            if (isCastSafe(field, file, shapes, loader) || refuse(field, file)) {
                permitted.add(field);
            }
        }
        return permitted;
    }

    private boolean refuse(ClassFile file, String what) {
        failed.accept(
                file.name().replace('/', '.'),
                new UnsupportedOperationException(what + ", as it was compiled for Java 1.4 or older"));
        return false;
    }

    private static Set<FieldReference> reads(ClassFile file, ClassShape shape, ClassShapes shapes, ClassLoader loader) {
        Set<FieldReference> reads = Collections.emptySet();
        ConstantPool constants = file.constants();
        for (int i = 0; i < constants.fieldReferenceCount(); i++) {
            // Most are the class's own, and resolved there.
            if (!shape.declaresAnyDynamic() && (file.declares(i) || shapes.exclude(constants, i))) {
                continue;
            }
            FieldReference field = constants.fieldReference(i);
            if (!JdkClasses.includes(field.owner) && shapes.mayBeDynamic(field, loader)) {
                reads = reads.isEmpty() ? new HashSet<>() : reads;
                reads.add(field);
            }
        }
        return reads;
    }

    private ClassShapes shapes(ClassLoader loader) {
        synchronized (shapesByLoader) {
            ClassShapes known = shapesByLoader.get(loader);
            if (known != null) {
                return known;
            }
        }
        ClassShapes fresh = new ClassShapes(dynamicFields, classPath, loader);
        synchronized (shapesByLoader) {
            ClassShapes earlier = shapesByLoader.putIfAbsent(loader, fresh);
            return earlier == null ? fresh : earlier;
        }
    }

    /** Whether the reader may name the field's type, as the site and the cast behind it do: a plain read asks for less. */
    private static boolean isCastSafe(FieldReference field, ClassFile reader, ClassShapes shapes, ClassLoader loader) {
        String type = Casts.classOf(field.descriptor);
        return type == null
                || packageOf(type).equals(packageOf(reader.name()))
                || ((JdkClasses.includes(type) || shapes.isPublic(type, loader))
                        && ModuleAccess.permits(reader.name(), loader, type));
    }

    private boolean refuse(FieldReference field, ClassFile reader) {
        failed.accept(
                reader.name().replace('/', '.'),
                new UnsupportedOperationException("it reads " + field + ", whose type it has no access to"));
        return false;
    }

    private static String packageOf(String className) {
        return className.substring(0, className.lastIndexOf('/') + 1);
    }
}
