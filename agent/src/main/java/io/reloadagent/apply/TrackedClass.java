package io.reloadagent.apply;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** What is known of one class of the application that a rule is for. Held by the class itself. Thread-safe. */
final class TrackedClass {

    private final LiveInstances instances = new LiveInstances();

    /** Guarded by this. */
    private final Map<ApplyRule, RuledClass> byRule = new LinkedHashMap<>();

    LiveInstances instances() {
        return instances;
    }

    /** What a rule means for the class; found out once. */
    synchronized RuledClass ruled(ApplyRule rule, Function<ApplyRule, RuledClass> find) {
        RuledClass known = byRule.get(rule);
        if (known == null) {
            known = find.apply(rule);
            byRule.put(rule, known);
        }
        return known;
    }

    /** Forgets the dead. */
    void prune() {
        instances.prune();
        ruled().forEach(RuledClass::prune);
    }

    private synchronized Collection<RuledClass> ruled() {
        return new ArrayList<>(byRule.values());
    }
}
