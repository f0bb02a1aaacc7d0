package io.reloadagent.instrument;

import io.reloadagent.field.NumberedFilters;
import java.io.IOException;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * Sees every class that is loaded, and changes those that read dynamic fields. Runs in the application's threads while
 * they load classes; whatever fails in here leaves the class as it was. Thread-safe.
 */
public final class Transformer implements ClassFileTransformer {

    private final ApplicationClasses application = new ApplicationClasses();

    /** Of the classes that were changed, how often they read which fields. */
    private final PerClass<Map<FieldReference, Integer>> changed = new PerClass<>();

    /** Of the classes that have dynamic fields. */
    private final PerClass<List<ClassFile.Member>> owners = new PerClass<>();

    private final Planner planner;
    private final String bridge;
    private final NumberedFilters filters;
    private final DynamicFields dynamicFields;
    private final DynamicClassObserver observer;
    private final BiConsumer<String, Throwable> failed;
    private final LateReaders late;

    /** Loaded classes that the JVM did not let the agent change. Weak; guarded by its own lock. */
    private final Set<Class<?>> leftAlone = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    /** Creates a transformer that tracks no instances. */
    public Transformer(
            DynamicFields dynamicFields,
            ClassPath classPath,
            String bridge,
            NumberedFilters filters,
            DynamicClassObserver observer,
            BiConsumer<String, Throwable> failed,
            LateReaders late) {
        this(dynamicFields, name -> false, classPath, bridge, filters, observer, failed, late);
    }

    /**
     * Creates a transformer.
     *
     * @param dynamicFields which fields are dynamic
     * @param tracked whether the instances of a class, given as {@code com.acme.Main$Pool}, are remembered
     * @param classPath where the files of the system class loader's classes are
     * @param bridge the internal name under which the bridge was defined
     * @param filters gives numbers to the reads of classes that are too old for sites
     * @param observer is told of classes whose fields are to be dynamic
     * @param failed is told of a class or method that keeps a read that should have been changed, and why
     * @param late is told of readers that can only be changed after they were loaded
     */
    public Transformer(
            DynamicFields dynamicFields,
            Predicate<String> tracked,
            ClassPath classPath,
            String bridge,
            NumberedFilters filters,
            DynamicClassObserver observer,
            BiConsumer<String, Throwable> failed,
            LateReaders late) {
        this.planner = new Planner(dynamicFields, classPath, tracked, failed);
        this.dynamicFields = dynamicFields;
        this.bridge = bridge;
        this.filters = filters;
        this.observer = observer;
        this.failed = failed;
        this.late = late;
    }

    /** Whether it has to see a loaded class again. */
    boolean concerns(Class<?> type) {
        return !planner.exclude(type.getName().replace('.', '/'), type.getClassLoader())
                && LoadedClasses.fileMatches(type, planner::concerns);
    }

    /** Whether it has changed a class. */
    boolean changed(Class<?> type) {
        return changed.get(type) != null;
    }

    /** The fields of a class that are to be dynamic; null if there are none. */
    List<ClassFile.Member> dynamicMembers(Class<?> type) {
        return owners.get(type);
    }

    /** Another number than before if it has changed a class since, or has found one with dynamic fields. */
    long changes() {
        return changed.changes() + owners.changes();
    }

    /** Adds the changed reads of all classes that there are now. */
    void addTo(Coverage coverage) {
        changed.loaders().forEach(loader -> coverage.add(loader, changed.of(loader)));
    }

    /** Does not touch a class any more. */
    void leaveAlone(Class<?> type) {
        leftAlone.add(type);
    }

    /** Returns null, as the interface asks, for a class that stays as it is. */
    @Override
    public byte[] transform(
            ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] bytes) {
        if (!application.include(loader, name) || (redefined != null && leftAlone.contains(redefined))) {
            return null;
        }
        try {
            Rewritten rewritten = planner.exclude(name, loader) ? null : transform(loader, bytes);
            if (rewritten == null) {
                return null;
            }
            changed.put(loader, name, rewritten.sites);
            return rewritten.bytes;
        } catch (VirtualMachineError distress) {
            if (redefined == null) {
                late.exhausted(name, loader);
            } else {
                failed.accept(name.replace('/', '.'), distress);
            }
            return null;
        } catch (Throwable failure) {
            failed.accept(name.replace('/', '.'), failure);
            return null;
        }
    }

    private Rewritten transform(ClassLoader loader, byte[] bytes) throws IOException {
        ClassFile file = ClassFile.read(bytes);
        if (dynamicFields.concern(file)) {
            found(file, loader);
        }
        Plan plan = planner.plan(file, loader);
        if (plan.isEmpty()) {
            return null;
        }
        // The rewriter is made for each class anew, so that Byte Buddy is not loaded before the first one needs it.
        return new Rewriter(
                        new BridgeCalls(bridge),
                        field -> filters.number(loader, field.owner, field.name, field.descriptor),
                        failed)
                .rewrite(bytes, plan);
    }

    private void found(ClassFile file, ClassLoader loader) {
        owners.put(loader, file.name(), dynamicFields.membersOf(file));
        observer.loaded(file.name().replace('/', '.'), file.fieldNames(), dynamicFields.inlinedIn(file));
        file.adopted().forEach((annotation, text) -> observer.adopted(file.className(), null, annotation, text));
        for (ClassFile.Member field :
                file.mentionsAdopted() ? file.fields() : Collections.<ClassFile.Member>emptyList()) {
            field.adopted.forEach(
                    (annotation, text) -> observer.adopted(file.className(), field.name, annotation, text));
        }
        changeReaders(file.name(), planner.reveal(file));
        for (String held : dynamicFields.addHeldBy(file)) {
            changeReaders(held, planner.forget(held));
        }
    }

    private void changeReaders(String owner, List<ClassLoader> loaders) {
        if (!loaders.isEmpty()) {
            late.ownerFound(owner, loaders);
        }
    }
}
