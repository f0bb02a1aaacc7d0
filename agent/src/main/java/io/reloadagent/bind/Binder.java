package io.reloadagent.bind;

import io.reloadagent.field.Cell;
import io.reloadagent.field.DynamicClass;
import io.reloadagent.field.FirstValues;
import io.reloadagent.field.Version;
import io.reloadagent.field.Versions;
import io.reloadagent.source.Document;
import io.reloadagent.source.Node;
import io.reloadagent.source.Path;
import io.reloadagent.source.Problem;
import io.reloadagent.source.SourceException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.WeakHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Knows which dynamic fields there are and what a document means for them. Classes become known when one of their dynamic
 * fields is read for the first time; they are held weakly. Thread-safe.
 */
public final class Binder {

    private final Rules rules;
    private final Versions versions;
    private final FieldScan scan;
    private final Supplier<Unfollowed> unfollowed;

    /** Weak; guarded by its own lock, under which nothing else is done. */
    private final Set<ClassBindings> classes =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    private final List<Follower> followers = new CopyOnWriteArrayList<>();
    private final SecretPaths secret;
    private final Runnable prepare;
    private final Consumer<Collection<Cell>> registered;
    private final BiConsumer<Object, SourceException> refused;

    /**
     * Creates a binder.
     *
     * @param rules which fields are dynamic without an annotation
     * @param versions where values are published; its version in force has a {@link Document} as basis
     * @param values what holds for the values of all fields
     * @param strict whether paths that nothing follows are refused when they change
     * @param inlined the names of the fields of a class that cannot follow, as the compiler copied their values
     * @param open makes the fields of a class, if it belongs to a named module, accessible to the agent by reflection
     * @param prepare is run before the first value that is more than a scalar can be converted, perhaps several times; has
     *     {@link Converter#prepare} run, on a thread with all its stack, and waits for it
     * @param registered is told of cells that can be settled
     * @param refused is told of a field that keeps its own value because the source's cannot be converted
     */
    public Binder(
            Rules rules,
            Versions versions,
            ValueRules values,
            boolean strict,
            Function<Class<?>, Set<String>> inlined,
            Consumer<Class<?>> open,
            Runnable prepare,
            Consumer<Collection<Cell>> registered,
            BiConsumer<Object, SourceException> refused) {
        this.rules = rules;
        this.versions = versions;
        this.scan = new FieldScan(
                rules, versions, values, inlined, (Document) versions.current().basis(), open, refused);
        this.unfollowed = () -> new Unfollowed(rules, values.secret(), strict);
        this.secret = values.secret();
        this.prepare = prepare;
        this.registered = registered;
        this.refused = refused;
    }

    /** Has something else follow the sources as well, from the next reload on, after those that were added before. */
    public void add(Follower follower) {
        followers.add(follower);
    }

    /** What follows the sources besides fields, in the order of {@link #add}; unmodifiable. */
    public List<Follower> followers() {
        return Collections.unmodifiableList(followers);
    }

    /** The dynamic fields that a class declares; has no effect until one of them is asked for. */
    public DynamicClass describe(Class<?> type) {
        Map<String, DynamicField> fields = scan.fields(type);
        rules.adoption().found(type);
        for (DynamicField field : fields.values()) {
            if (field.isStructure()) {
                prepare.run();
            }
        }
        Adoption adoption = rules.adoption();
        return new ClassBindings(
                type,
                fields,
                versions,
                this::register,
                adoption.isRoot(type) ? adoption.objects()::constructed : object -> {});
    }

    private void register(ClassBindings type, Collection<Binding> bindings) {
        List<Cell> cells = bindings.stream().map(Binding::cell).collect(Collectors.toList());
        bindings.forEach(binding -> binding.secrets().forEach(secret::add));
        classes.add(type); // before its cells are published: a version that has them is compared with their bindings
        versions.register(cells, firstValues(bindings));
        registered.accept(cells);
    }

    private FirstValues firstValues(Collection<Binding> bindings) {
        return new FirstValues() {
            @Override
            public Map<Cell, Object> of(Object basis) {
                return values(bindings, (Document) basis);
            }

            @Override
            public boolean differ(Object before, Object after) {
                return bindings.stream().anyMatch(binding -> binding.differs((Document) before, (Document) after));
            }

            @Override
            public void givenUp() {
                bindings.forEach(binding -> refused.accept(
                        binding,
                        new SourceException(
                                SourceException.Kind.UNSETTLED,
                                new Problem(null, null, "the source changes faster than it is converted"))));
            }
        };
    }

    private Map<Cell, Object> values(Collection<Binding> bindings, Document document) {
        Map<Cell, Object> values = new HashMap<>();
        for (Binding binding : bindings) {
            try {
                Node node = binding.find(document);
                if (binding.isInForce(node)) {
                    values.put(binding.cell(), binding.convert(node));
                }
            } catch (SourceException e) {
                refused.accept(binding, e);
            }
        }
        return values;
    }

    /**
     * What a document would change. Runs code of the application, where fields have its types.
     *
     * @param seen the version in force
     * @throws SourceException with every problem of every value that a dynamic field cannot take; in strict mode, also with
     *     every path that nothing follows
     */
    public ChangeSet compare(Version seen, Document document) throws SourceException {
        known().forEach(ClassBindings::dropUnused);
        rules.adoption().objects().bindHeld(rules.adoption());
        Version now = seen;
        List<Binding> bindings = bindings();
        while (now != versions.current()) { // else a binding may stand for another one's place in the version
            now = versions.current();
            bindings = bindings();
        }
        return new Comparison(now, document).of(bindings, followers, unfollowed.get());
    }

    /** The paths that dynamic fields follow and at which two documents differ. */
    public Set<Path> differing(Document before, Document after) {
        return bindings().stream()
                .filter(binding -> binding.differs(before, after))
                .map(Binding::path)
                .collect(Collectors.toSet());
    }

    /** The paths that dynamic fields follow and the source in force has nothing at; one of them may have been misspelled. */
    public Set<String> unset() {
        Document document = (Document) versions.current().basis();
        return bindings().stream()
                .filter(binding -> binding.findEarlier(document) == null)
                .map(binding -> binding.path().toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * How a field is bound: that of all instances first, if they share a path, then those of single ones.
     *
     * @return empty if no dynamic field of its class has been read so far
     */
    public List<BoundField> bound(Class<?> type, String field, String descriptor) {
        Version version = versions.current();
        return known().stream()
                .filter(known -> known.type() == type)
                .flatMap(known -> known.of(field, descriptor).stream())
                .map(binding -> new BoundField(binding, version))
                .collect(Collectors.toList());
    }

    /** The path that a rule gives to a field, as the rule has it; null if no rule does. */
    public String ruledPath(String className, String field) {
        Rule rule = rules.find(className, field);
        return rule == null ? null : rule.describePathOf(field);
    }

    private List<Binding> bindings() {
        List<Binding> bindings = new ArrayList<>();
        known().forEach(type -> bindings.addAll(type.all()));
        return bindings;
    }

    private List<ClassBindings> known() {
        synchronized (classes) {
            return new ArrayList<>(classes);
        }
    }
}
