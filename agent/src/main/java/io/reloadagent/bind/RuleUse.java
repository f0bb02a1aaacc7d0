package io.reloadagent.bind;

import io.reloadagent.source.Path;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** What the classes that were loaded so far tell of a rule. Thread-safe. */
final class RuleUse {

    private final Rule rule;

    /** The paths of fields that follow, of any class that was loaded. */
    private final Set<Path> followed = ConcurrentHashMap.newKeySet();

    /** The paths of fields that cannot follow, as the compiler copied their values. */
    private final Set<Path> inlined = ConcurrentHashMap.newKeySet();

    private final AtomicBoolean missed = new AtomicBoolean();

    /** Written by the threads of the application that load classes; read by the coordinator's thread. */
    private volatile boolean matched;

    RuleUse(Rule rule) {
        this.rule = rule;
    }

    Rule rule() {
        return rule;
    }

    /** A class of the rule was loaded. */
    void loaded(Collection<String> declared, Collection<String> constants) {
        for (String field : declared) {
            if (rule.coversField(field) && !rule.bindsInstances()) {
                (constants.contains(field) ? inlined : followed).add(rule.pathOf(field));
            }
        }
        matched = true;
    }

    /** Whether the path belongs to a field that follows, or to one of a class that may still be loaded. */
    boolean mayBind(Path path) {
        if (!rule.mayBind(path)) {
            return false;
        }
        if (!matched || rule.bindsInstances()) {
            return true; // an instance may still be made that is bound to the path
        }
        return isWithin(path, followed) || (!rule.namesOneClass() && !isWithin(path, inlined));
    }

    private static boolean isWithin(Path path, Set<Path> paths) {
        return paths.stream().anyMatch(path::startsWith);
    }

    /** Whether no class of the rule was loaded so far; true once. */
    boolean isMissedFirst() {
        return !matched && missed.compareAndSet(false, true);
    }
}
