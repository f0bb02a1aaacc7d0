package io.reloadagent.instrument;

import io.reloadagent.field.NumberedFilters;
import java.io.IOException;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.function.BiConsumer;

/**
 * Sees every class that is loaded, and changes those that read dynamic fields. Runs in the application's threads while
 * they load classes; whatever fails in here leaves the class as it was. Thread-safe.
 */
public final class Transformer implements ClassFileTransformer {

    private final ClassLoader agentLoader = Transformer.class.getClassLoader();
    private final ClassLoader jdkLoader = ClassLoader.getSystemClassLoader().getParent();
    private final Planner planner;
    private final String bridge;
    private final NumberedFilters filters;
    private final DynamicFields dynamicFields;
    private final DynamicClassObserver observer;
    private final BiConsumer<String, Throwable> failed;

    /**
     * Creates a transformer.
     *
     * @param dynamicFields which fields are dynamic
     * @param bridge the internal name under which the bridge was defined
     * @param filters gives numbers to the reads of classes that are too old for sites
     * @param observer is told of classes whose fields are to be dynamic
     * @param failed is told of a class or method that keeps a read that should have been changed, and why
     */
    public Transformer(
            DynamicFields dynamicFields,
            String bridge,
            NumberedFilters filters,
            DynamicClassObserver observer,
            BiConsumer<String, Throwable> failed) {
        this.planner = new Planner(dynamicFields, failed);
        this.dynamicFields = dynamicFields;
        this.bridge = bridge;
        this.filters = filters;
        this.observer = observer;
        this.failed = failed;
    }

    /** Returns null, as the interface asks, for a class that stays as it is. */
    @Override
    public byte[] transform(
            ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] bytes) {
        if (loader == null
                || loader == agentLoader
                || loader == jdkLoader
                || name == null
                || JdkClasses.includes(name)) {
            return null;
        }
        try {
            return transform(loader, bytes);
        } catch (Throwable failure) {
            failed.accept(name.replace('/', '.'), failure);
            return null;
        }
    }

    private byte[] transform(ClassLoader loader, byte[] bytes) throws IOException {
        ClassFile file = ClassFile.read(bytes, DynamicFields.ANNOTATION);
        if (dynamicFields.concern(file)) {
            observer.loaded(file.name().replace('/', '.'), file.fieldNames(), dynamicFields.inlinedIn(file));
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
}
