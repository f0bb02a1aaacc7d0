package io.reloadagent.apply;

import io.reloadagent.bind.Change;
import io.reloadagent.bind.Consequences;
import io.reloadagent.bind.Follower;
import io.reloadagent.bind.SecretPaths;
import io.reloadagent.bind.ValueRules;
import io.reloadagent.bind.ValueType;
import io.reloadagent.source.Document;
import io.reloadagent.source.Node;
import io.reloadagent.source.Path;
import io.reloadagent.source.SourceException;
import io.reloadagent.source.Withheld;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The rules that have methods called. The source's value counts for an instance when it is another than the one that the source held when
 * the agent started; until then, and when it goes back to that or loses the key, the instance has its own. Thread-safe.
 */
public final class ApplyRules implements Follower {

    private final List<ApplyRule> rules;
    private final Document initial;
    private final ValueRules values;
    private final SecretPaths secret;
    private final Runnable prepare;
    private final Consumer<Class<?>> open;
    private final Function<Predicate<String>, List<Class<?>>> loaded;
    private final Consumer<String> warn;
    private final Tracker tracker;
    /** Rules that were meant for a change and had no class, and have not been told of. */
    private final Set<ApplyRule> unmatched = ConcurrentHashMap.newKeySet();
    /** Those that have been told of, for want of a class. */
    private final Set<ApplyRule> toldUnmatched = ConcurrentHashMap.newKeySet();

    /**
     * @param rules in the order in which their methods are called; copied
     * @param initial what the source held when the agent started
     * @param values what holds for the values of all types
     * @param secret learns of parameters of secret types
     * @param prepare is run before the first value that is more than a scalar can be converted
     * @param open makes the members of a class, if it belongs to a named module, accessible to the agent by reflection
     * @param loaded finds the application's loaded classes by their names
     * @param warn is told what does not fit, or is left as it is
     * @param threads makes the thread that remembers instances
     * @param late is run when instances were made that may lack a value which is in force
     */
    public ApplyRules(
            List<ApplyRule> rules,
            Document initial,
            ValueRules values,
            SecretPaths secret,
            Runnable prepare,
            Consumer<Class<?>> open,
            Function<Predicate<String>, List<Class<?>>> loaded,
            Consumer<String> warn,
            ThreadFactory threads,
            Runnable late) {
        this.rules = Collections.unmodifiableList(new ArrayList<>(rules));
        this.initial = initial;
        this.values = values;
        this.secret = secret;
        this.prepare = prepare;
        this.open = open;
        this.loaded = loaded;
        this.warn = warn;
        this.tracker = new Tracker(threads, this::inspect, late);
    }

    /** Gets the instances, in the application's threads. */
    public Tracker tracker() {
        return tracker;
    }

    /** Whether a rule is for a class of this name. */
    public boolean coverClass(String className) {
        for (ApplyRule rule : rules) {
            if (rule.coversClass(className)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Collection<String> names() {
        Set<String> names = new TreeSet<>();
        List<Class<?>> candidates = loaded.apply(this::coverClass);
        for (ApplyRule rule : rules) {
            names.add(rule.toString());
            targets(rule, candidates).forEach(target -> names.add(target.name()));
        }
        return names;
    }

    @Override
    public void compare(Document before, Document after, Consequences found) {
        List<Class<?>> candidates = null;
        for (ApplyRule rule : rules) {
            found.follow(rule.path());
            try {
                Node node = after.find(rule.path());
                if (node == null) {
                    found.unset(rule.path());
                }
                Node earlier = findEarlier(rule, before);
                if (!Objects.equals(earlier, node) && !Withheld.isIn(node)) {
                    candidates = candidates == null ? loaded.apply(this::coverClass) : candidates;
                    compare(rule, earlier, node, candidates, found);
                }
            } catch (SourceException e) {
                found.problems(e.problems());
            }
        }
    }

    private void compare(ApplyRule rule, Node before, Node after, List<Class<?>> candidates, Consequences found)
            throws SourceException {
        boolean wasInForce = isInForce(rule, before);
        boolean isInForce = isInForce(rule, after);
        List<RuledClass> targets = targets(rule, candidates);
        if (targets.isEmpty() && (wasInForce || isInForce)) {
            unmatched.add(rule);
        }
        for (RuledClass target : targets) {
            if (target.problem() == null) {
                Object value = isInForce ? convert(rule, target, after) : ifConvertible(rule, target, after);
                Wanted old = new Wanted(before, wasInForce, ifConvertible(rule, target, before));
                Wanted wanted = new Wanted(after, isInForce, value);
                if (isOther(target, old, wanted)) {
                    found.change(new Change(rule.path(), old.value(), value));
                    found.effect(new MethodEffect(target, old, wanted, warn));
                }
            }
        }
    }

    /** A method without a parameter is called whatever has changed; others if their instances are to have another value. */
    private static boolean isOther(RuledClass target, Wanted old, Wanted wanted) {
        ValueType parameter = target.method().parameter();
        if (parameter == null) {
            return true;
        }
        boolean bothOwn = !old.isInForce() && !wanted.isInForce();
        boolean bothOurs = old.isInForce() && wanted.isInForce();
        boolean equal = bothOurs && parameter.hasExactEquals() && Objects.deepEquals(old.value(), wanted.value());
        return !bothOwn && !equal;
    }

    /** Null also if that cannot be said: it was, when the document was new. */
    private static Node findEarlier(ApplyRule rule, Document document) {
        try {
            return document.find(rule.path());
        } catch (SourceException e) {
            return null;
        }
    }

    private boolean isInForce(ApplyRule rule, Node node) {
        return node != null && !node.equals(findEarlier(rule, initial));
    }

    private Object convert(ApplyRule rule, RuledClass target, Node node) throws SourceException {
        ValueType parameter = target.method().parameter();
        ValueType type = parameter == null ? values.parameter(Object.class, Object.class) : parameter;
        if (type.isStructure()) {
            prepare.run();
        }
        type.addSecrets(rule.path(), secret);
        return type.convert(node, rule.path());
    }

    private Object ifConvertible(ApplyRule rule, RuledClass target, Node node) {
        try {
            return node == null ? null : convert(rule, target, node);
        } catch (SourceException e) {
            return null; // it is not what is in force
        }
    }

    /** Gives instances that were made since the document was put in force what is in force. */
    @Override
    public void catchUp(Document inForce) {
        boolean any = rules.stream().anyMatch(rule -> isInForce(rule, findEarlier(rule, inForce)));
        tracker.anyInForce(any); // first: an instance that comes later asks for the next time
        Throwable first = null;
        for (ApplyRule rule : any ? rules : Collections.<ApplyRule>emptyList()) {
            Node node = findEarlier(rule, inForce);
            if (isInForce(rule, node)) {
                first = catchUp(rule, node, first);
            }
        }
        if (first != null) {
            throw new IllegalStateException("of instances that were made after the change: " + first, first);
        }
    }

    /** Returns what was thrown first. */
    private Throwable catchUp(ApplyRule rule, Node node, Throwable earlier) {
        Throwable first = earlier;
        for (RuledClass target : targets(rule, tracker.known())) {
            if (target.problem() == null && !target.method().isStatic()) {
                Wanted wanted = new Wanted(node, true, ifConvertible(rule, target, node));
                for (LiveInstance instance : target.targets()) {
                    try {
                        if (target.lacks(instance, wanted)) {
                            target.bring(instance, wanted);
                        }
                    } catch (Throwable failure) {
                        first = first == null ? failure : first;
                    }
                }
            }
        }
        return first;
    }

    /**
     * What a rule means for those of some classes that it is for; those whose superclass is one of them are covered by that. Of a pattern,
     * the classes that have the method.
     */
    private List<RuledClass> targets(ApplyRule rule, List<Class<?>> candidates) {
        return candidates.stream()
                .filter(type -> rule.coversClass(type.getName()) && !isCoveredAbove(rule, type))
                .map(type -> ruled(rule, type))
                .filter(target -> rule.namesOneClass() || target.problem() == null)
                .collect(Collectors.toList());
    }

    private boolean isCoveredAbove(ApplyRule rule, Class<?> type) {
        for (Class<?> above = type.getSuperclass(); above != null; above = above.getSuperclass()) {
            if (rule.coversClass(above.getName()) && ruled(rule, above).problem() == null) {
                return true;
            }
        }
        return false;
    }

    private RuledClass ruled(ApplyRule rule, Class<?> type) {
        TrackedClass tracked = tracker.get(type);
        return tracked.ruled(rule, any -> find(any, type, tracked.instances()));
    }

    private RuledClass find(ApplyRule rule, Class<?> type, LiveInstances instances) {
        try {
            return new RuledClass(rule.nameFor(type), CallableMethod.of(rule, type, values, open), instances);
        } catch (MethodProblem e) {
            if (rule.namesOneClass()) {
                warn.accept("nothing is called when " + rule.path() + " changes: " + e.getMessage());
            }
            return new RuledClass(rule.nameFor(type), e.getMessage(), instances);
        }
    }

    /** A class has instances: says early what does not fit. */
    private void inspect(Class<?> type) {
        for (ApplyRule rule : rules) {
            if (rule.coversClass(type.getName()) && !isCoveredAbove(rule, type)) {
                ruled(rule, type);
            }
        }
    }

    /** The rules that something changed for, and that no loaded class has matched; each is told once. */
    public List<ApplyRule> takeUnmatched() {
        List<ApplyRule> taken = new ArrayList<>();
        for (ApplyRule rule : rules) {
            if (unmatched.remove(rule) && toldUnmatched.add(rule)) {
                taken.add(rule);
            }
        }
        return taken;
    }

    /**
     * How each rule is with each class, in types of the JDK: path, method, live instances, the problem if there is one, and whether the
     * source's value is in force; a rule without a class has no instances.
     *
     * @param shown what of a path may be shown
     */
    public List<Map<String, Object>> describe(Document inForce, Function<Path, String> shown) {
        List<Map<String, Object>> all = new ArrayList<>();
        List<Class<?>> candidates = rules.isEmpty() ? Collections.emptyList() : loaded.apply(this::coverClass);
        for (ApplyRule rule : rules) {
            Node node = findEarlier(rule, inForce);
            List<RuledClass> targets = targets(rule, candidates);
            if (targets.isEmpty()) {
                all.add(describe(shown.apply(rule.path()), rule.toString(), 0, false, "no such class is loaded"));
            }
            for (RuledClass target : targets) {
                all.add(describe(
                        shown.apply(rule.path()),
                        target.name(),
                        target.living(),
                        isInForce(rule, node),
                        target.problem()));
            }
        }
        return all;
    }

    private static Map<String, Object> describe(
            String path, String method, int instances, boolean inForce, String problem) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("path", path);
        map.put("method", method);
        map.put("instances", instances);
        map.put("overridden", inForce);
        map.put("problem", problem);
        return map;
    }

    @Override
    public String toString() {
        return "apply rules";
    }
}
