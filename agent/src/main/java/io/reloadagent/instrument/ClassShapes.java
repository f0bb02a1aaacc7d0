package io.reloadagent.instrument;

import io.reloadagent.adopt.FrameworkClasses;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The shapes of the classes that one class loader sees. A class is looked at before it is loaded, as a resource of its
 * reader's loader: a reader has to be rewritten when it is loaded itself, because a method that runs keeps the byte code
 * it began with. Does not refer to the loader. Thread-safe.
 */
final class ClassShapes {

    private static final String MODULE = "io/reloadagent/api/Reloadable";

    private final DynamicFields dynamicFields;
    private final ClassPath classPath;
    private final boolean seesApi;
    private final DynamicIndex index;

    /** The dynamic fields of all ruled classes; null if they cannot be told beforehand. */
    private final RuledFields ruled;

    /** Whether an annotation of another framework can be on its classes. */
    private final boolean adopts;

    /** Classes that fields were read of before they were loaded, and that were not looked for. */
    private final Set<String> awaited = ConcurrentHashMap.newKeySet();

    private final Map<String, Optional<ClassShape>> shapes = new ConcurrentHashMap<>();

    ClassShapes(DynamicFields dynamicFields, ClassPath classPath, ClassLoader loader) {
        this.dynamicFields = dynamicFields;
        this.classPath = classPath;
        this.seesApi = loader.getResource(MODULE + ".class") != null;
        this.index = seesApi ? DynamicIndex.of(loader) : DynamicIndex.empty();
        this.ruled = seesApi ? null : ruledFields(loader);
        this.adopts = dynamicFields.areAdoptedIn(loader);
    }

    /** Null also if one of the classes has no file that the loader sees: it may be generated later. */
    private RuledFields ruledFields(ClassLoader loader) {
        if (dynamicFields.ruledClassNames() == null) {
            return null;
        }
        Set<String> fields = new HashSet<>();
        Set<String> classes = new HashSet<>();
        for (List<String> names : dynamicFields.ruledClassNames()) {
            boolean found = false;
            for (String name : names) {
                classes.add(name.replace('.', '/'));
                ClassShape shape = read(name.replace('.', '/'), loader);
                if (shape != null) {
                    found = true;
                    fields.addAll(shape.dynamicFields());
                }
            }
            if (!found) {
                return null;
            }
        }
        return new RuledFields(fields, classes);
    }

    /**
     * Whether a class of this name can be left as it is whatever its file says: nothing makes its fields dynamic, nor those that
     * it reads. Classes of the adopted frameworks do not read those of applications.
     */
    boolean exclude(String className) {
        return !seesApi && dynamicFields.areUnruled() && (!adopts || FrameworkClasses.include(className));
    }

    /** Remembers a class that is being loaded. */
    ClassShape add(ClassFile file) {
        ClassShape shape = new ClassShape(file, dynamicFields.declaredBy(file));
        shapes.put(file.name(), Optional.of(shape));
        return shape;
    }

    /** Makes a class known that was looked for in vain, or awaited, perhaps; returns whether it was. */
    boolean reveal(String className, ClassShape shape) {
        boolean missed = shapes.replace(className, Optional.empty(), Optional.of(shape));
        if (adopts) {
            shapes.putIfAbsent(
                    className, Optional.of(shape)); // before a look at who waits, who looks here after he began to
        }
        return awaited.remove(className) || missed;
    }

    /** Forgets what a class looked like, as its fields are dynamic now; returns whether anyone has asked. */
    boolean forget(String className) {
        boolean missed = awaited.remove(className);
        return shapes.remove(className) != null || missed;
    }

    /** Whether the class's {@code i}th reference is not to a dynamic field, whatever its owner's superclasses are. */
    boolean exclude(ConstantPool constants, int i) {
        return ruled != null
                && !ruled.mayInclude(constants, i)
                && (!adopts || adoptedShape(constants.fieldOwner(i)) == null);
    }

    /** Whether a read of the field may be one of a dynamic field; it can prove otherwise when it is linked. */
    boolean mayBeDynamic(FieldReference field, ClassLoader loader) {
        boolean possible = seesApi
                || (ruled == null
                        ? dynamicFields.isRuledName(field.name)
                        : ruled.include(field) || dynamicFields.isRuled(field.owner, field.name));
        return (possible && mayDeclare(field.owner, field, loader)) || (adopts && mayAdopt(field, loader));
    }

    /**
     * Fields that follow by annotations of other frameworks are read by their own class nearly always: to look every other owner
     * up would cost far more than to change the few readers that came first once more.
     */
    private boolean mayAdopt(FieldReference field, ClassLoader loader) {
        ClassShape owner = seesApi ? null : adoptedShape(field.owner);
        return owner != null && mayAdopt(owner, field, loader);
    }

    /** Null if the class has no fields that follow so, or nothing is known of it yet. */
    private ClassShape adoptedShape(String owner) {
        if (JdkClasses.includes(owner) || FrameworkClasses.include(owner)) {
            return null;
        }
        if (shapes.get(owner) == null) {
            awaited.add(owner);
        }
        Optional<ClassShape> shape = shapes.get(owner);
        return shape == null ? null : shape.orElse(null);
    }

    private boolean mayAdopt(ClassShape shape, FieldReference field, ClassLoader loader) {
        if (shape.declaresDynamic(field)) {
            return true;
        }
        if (shape.superName == null || !dynamicFields.mayAdopt(shape.superName)) {
            return false;
        }
        ClassShape parent = find(shape.superName, loader);
        return parent != null && mayAdopt(parent, field, loader);
    }

    private boolean mayDeclare(String className, FieldReference field, ClassLoader loader) {
        if (JdkClasses.includes(className)) {
            return false;
        }
        ClassShape shape = find(className, loader);
        return shape == null
                ? index.lists(className) || dynamicFields.isRuled(className, field.name)
                : shape.declaresDynamic(field) || anyParent(shape, parent -> mayDeclare(parent, field, loader));
    }

    /** Whether objects of the class are modules. */
    boolean isModule(ClassFile file, ClassShape shape, ClassLoader loader) {
        // An object registers itself when a constructor of just its class ends: the parents of others do not matter.
        return seesApi && file.isConcrete() && implementsModule(shape, loader);
    }

    private boolean implementsModule(ClassShape shape, ClassLoader loader) {
        return shape.interfaces.contains(MODULE)
                || anyParent(shape, parent -> {
                    ClassShape parentShape = find(parent, loader);
                    return parentShape != null && implementsModule(parentShape, loader);
                });
    }

    /** Whether a cast to the class cannot fail in a reader of another package for lack of access. */
    boolean isPublic(String className, ClassLoader loader) {
        ClassShape shape = find(className, loader);
        return shape != null && shape.isPublic;
    }

    private static boolean anyParent(ClassShape shape, Predicate<String> test) {
        return (shape.superName != null && test.test(shape.superName))
                || shape.interfaces.stream().anyMatch(test);
    }

    /** Null for classes of the JDK, which are not dynamic, and for those that have no file, as generated ones. */
    private ClassShape find(String className, ClassLoader loader) {
        if (JdkClasses.includes(className)) {
            return null;
        }
        Optional<ClassShape> known = shapes.get(className);
        if (known == null) {
            known = Optional.ofNullable(read(className, loader));
            Optional<ClassShape> earlier = shapes.putIfAbsent(className, known);
            known = earlier == null ? known : earlier;
        }
        return known.orElse(null);
    }

    private ClassShape read(String className, ClassLoader loader) {
        try {
            byte[] bytes = bytes(className + ".class", loader);
            if (bytes == null) {
                return null;
            }
            ClassFile file = ClassFile.read(bytes);
            return new ClassShape(file, dynamicFields.declaredBy(file));
        } catch (IOException e) {
            return null; // as good as no file: the class is known once it is loaded
        }
    }

    /** Null if there is no such file. */
    private byte[] bytes(String file, ClassLoader loader) throws IOException {
        byte[] bytes = classPath.read(file, loader);
        if (bytes != null) {
            return bytes;
        }
        try (InputStream in = loader.getResourceAsStream(file)) {
            return in == null ? null : Streams.readFully(in);
        }
    }
}
