package io.reloadagent.bind;

import io.reloadagent.source.Path;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The living objects of adopted classes that hold others. Where a class is held in several places, as by a {@code primary} and a
 * {@code backup}, its objects are told apart: each is bound to the path of the field that holds it. What holds what is looked at
 * before each reload: objects are filled after their constructors have ended. Held weakly. Thread-safe.
 */
public final class AdoptedObjects {

    private final Set<Root> roots = ConcurrentHashMap.newKeySet();
    private final ReferenceQueue<Object> collected = new ReferenceQueue<>();

    /** Written once, when the agent starts; read by reloads. */
    private volatile BiConsumer<Object, String> bind = (object, prefix) -> {};

    /** Written as {@link #bind} is. */
    private volatile Consumer<Class<?>> open = type -> {};

    AdoptedObjects() {}

    /**
     * Says how objects are bound.
     *
     * @param binding has an object read its fields at paths that begin with a prefix
     * @param opening makes the fields of a class, if it belongs to a named module, accessible by reflection
     */
    public void connect(BiConsumer<Object, String> binding, Consumer<Class<?>> opening) {
        bind = binding;
        open = opening;
    }

    /** An object was made; called in the thread of the application that made it. */
    void constructed(Object root) {
        forgetCollected(); // here, too: without reloads, an application may make them for ever
        roots.add(new Root(root, collected));
    }

    private void forgetCollected() {
        for (Reference<?> gone = collected.poll(); gone != null; gone = collected.poll()) {
            roots.remove(gone);
        }
    }

    /** Binds what is held now by the objects that there are. */
    void bindHeld(Adoption adoption) {
        forgetCollected();
        for (Root root : roots) {
            Object object = root.get();
            Class<?> type = object == null ? null : rootClass(object, adoption);
            Set<Path> prefixes = type == null ? Collections.emptySet() : adoption.prefixesOf(type);
            if (prefixes.size() == 1) {
                new Walk(adoption, root).visit(object, type, prefixes.iterator().next());
            }
        }
    }

    /** An object may be of a generated subclass. */
    private static Class<?> rootClass(Object object, Adoption adoption) {
        Class<?> type = object.getClass();
        while (type != null && !adoption.isRoot(type)) {
            type = type.getSuperclass();
        }
        return type;
    }

    /** From one object to those that it holds, and those that they hold. */
    private final class Walk {

        private final Adoption adoption;
        private final Root root;
        private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

        Walk(Adoption adoption, Root root) {
            this.adoption = adoption;
            this.root = root;
        }

        void visit(Object object, Class<?> type, Path path) {
            if (!seen.add(object)) {
                return;
            }
            for (Class<?> declaring = type;
                    declaring != null && !JdkTypes.isOfJdk(declaring);
                    declaring = declaring.getSuperclass()) {
                if (adoption.prefixesOf(declaring).size() > 1 && root.isNew(object, path)) {
                    bind.accept(object, path.toString());
                }
                for (Field field : declaring.getDeclaredFields()) {
                    if (NestedFields.include(field)) {
                        visitHeld(object, field, path.child(NestedFields.nameOf(field)));
                    }
                }
            }
        }

        private void visitHeld(Object object, Field field, Path path) {
            Object held = value(object, field);
            if (held != null) {
                visit(held, field.getType(), path);
            }
        }

        /** The field's own value; null also where it must not be read. */
        private Object value(Object object, Field field) {
            try {
                open.accept(field.getDeclaringClass());
                field.setAccessible(true);
                return field.get(object);
            } catch (IllegalAccessException | RuntimeException denied) {
                return null; // what it holds keeps its own values
            }
        }
    }

    private static final class Root extends WeakReference<Object> {

        /** What it held and was bound. Guarded by this. */
        private final List<Held> held = new ArrayList<>();

        Root(Object object, ReferenceQueue<Object> collected) {
            super(object, collected);
        }

        synchronized boolean isNew(Object candidate, Path path) {
            held.removeIf(known -> known.object.get() == null);
            if (held.stream().anyMatch(known -> known.object.get() == candidate && known.path.equals(path))) {
                return false;
            }
            held.removeIf(known -> known.object.get() == candidate);
            held.add(new Held(candidate, path));
            return true;
        }
    }

    private static final class Held {

        private final WeakReference<Object> object;
        private final Path path;

        Held(Object object, Path path) {
            this.object = new WeakReference<>(object);
            this.path = path;
        }
    }
}
