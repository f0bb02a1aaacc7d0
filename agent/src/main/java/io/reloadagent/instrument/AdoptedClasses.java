package io.reloadagent.instrument;

import io.reloadagent.adopt.AdoptedAnnotation;
import io.reloadagent.adopt.FrameworkClasses;
import io.reloadagent.adopt.Neighbours;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells from class files which fields follow by the annotations of other frameworks: those that carry one, all of a class
 * that carries one, and all of the classes that such a class has fields of, or extends. Says so of too many rather than of
 * too few: what a field follows is decided by reflection when it is read. Thread-safe.
 */
public final class AdoptedClasses {

    private static final String FILE = ".class";

    private final Set<AdoptedAnnotation> adopted;

    /** The names of the classes by which a class is adopted that carries no annotation; both as {@code com.acme.Settings}. */
    private final Map<String, Set<String>> holders = new ConcurrentHashMap<>();

    /** Adopts some annotations. */
    public AdoptedClasses(Collection<AdoptedAnnotation> adopted) {
        this.adopted = adopted.isEmpty() ? EnumSet.noneOf(AdoptedAnnotation.class) : EnumSet.copyOf(adopted);
    }

    /** Whether any annotation is adopted, and a class loader sees it: only its classes can carry it. */
    boolean areSeenBy(ClassLoader loader) {
        for (AdoptedAnnotation annotation : adopted) {
            if (loader.getResource(annotation.className().replace('.', '/') + FILE) != null) {
                return true;
            }
        }
        return false;
    }

    /** The names of the classes that have fields of a class, or extend it, and are adopted; empty for none. */
    public Set<String> holdersOf(String className) {
        return Collections.unmodifiableSet(holders.getOrDefault(className, Collections.emptySet()));
    }

    /** Whether a class, {@code com/acme/Settings}, is adopted though it carries no annotation, by one that was loaded. */
    boolean isHeld(String name) {
        return !holders.isEmpty() && holders.containsKey(name.replace('/', '.'));
    }

    /** Whether fields of the class follow by an annotation. */
    boolean concern(ClassFile file) {
        if (adopted.isEmpty() || FrameworkClasses.include(file.name())) {
            return false;
        }
        return coversAll(file)
                || (file.mentionsAdopted() && file.fields().stream().anyMatch(this::covers));
    }

    /** Whether a field of a class that {@link #concern} is true for follows. */
    boolean covers(ClassFile file, ClassFile.Member field) {
        return covers(field) || (!field.isStatic() && coversAll(file));
    }

    private boolean covers(ClassFile.Member field) {
        return !field.isStatic()
                && field.adopted.keySet().stream()
                        .anyMatch(annotation ->
                                adopted.contains(annotation) && annotation.kind() != AdoptedAnnotation.Kind.NESTED);
    }

    private boolean coversAll(ClassFile file) {
        return isRoot(file) || holders.containsKey(file.className());
    }

    private boolean isRoot(ClassFile file) {
        return file.adopted().keySet().stream().anyMatch(adopted::contains);
    }

    /** Whether objects of the class may have to be told apart: it carries an annotation, and has fields of other classes. */
    boolean bindInstances(ClassFile file) {
        return !adopted.isEmpty() && isRoot(file) && !namesHeldBy(file).isEmpty();
    }

    /**
     * Remembers what a class that is being loaded adds: the classes of its fields, and its superclass.
     *
     * @return the names of those that were not adopted before, as {@code com/acme/Settings}
     */
    Collection<String> addHeldBy(ClassFile file) {
        if (adopted.isEmpty() || !coversAll(file)) {
            return Collections.emptySet();
        }
        Collection<String> fresh = new TreeSet<>();
        for (String name : namesHeldBy(file)) {
            String className = name.replace('/', '.');
            if (!holders.containsKey(className)) {
                fresh.add(name);
            }
            holders.computeIfAbsent(className, any -> ConcurrentHashMap.newKeySet())
                    .add(file.className());
        }
        return fresh;
    }

    private static Collection<String> namesHeldBy(ClassFile file) {
        Collection<String> names = new TreeSet<>();
        addIf(isNear(file, file.superName()), file.superName(), names);
        for (ClassFile.Member field : file.fields()) {
            if (field.isWritten() && !field.isStatic() && field.descriptor.charAt(0) == 'L') {
                String name = field.descriptor.substring(1, field.descriptor.length() - 1);
                addIf(isNear(file, name) || isNested(field), name, names);
            }
        }
        return names;
    }

    private static boolean isNested(ClassFile.Member field) {
        return field.adopted.containsKey(AdoptedAnnotation.SPRING_NESTED_CONFIGURATION_PROPERTY);
    }

    private static boolean isNear(ClassFile file, String name) {
        return name != null && Neighbours.are(file.className(), name.replace('/', '.'));
    }

    private static void addIf(boolean held, String name, Collection<String> names) {
        if (held && !JdkClasses.includes(name) && !FrameworkClasses.include(name)) {
            names.add(name);
        }
    }
}
