package io.reloadagent.apply;

import java.lang.ref.ReferenceQueue;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One rule with one class: the method, and what its instances were given. Held by the class itself. Thread-safe. */
final class RuledClass {

    private final String name;
    /** Null if the rule does not fit. */
    private final CallableMethod method;
    /** Null if the rule fits. */
    private final String problem;

    private final LiveInstances instances;

    /** Stands for the class, whose method is static; the referent is not used. Null otherwise. */
    private final LiveInstance itself;
    /** Those that were called, or are about to be. */
    private final Map<LiveInstance, Given> given = new ConcurrentHashMap<>();

    RuledClass(String name, CallableMethod method, LiveInstances instances) {
        this.name = name;
        this.method = method;
        this.problem = null;
        this.instances = instances;
        this.itself = method.isStatic() ? new LiveInstance(this, new ReferenceQueue<>()) : null;
    }

    /** One whose rule does not fit. */
    RuledClass(String name, String problem, LiveInstances instances) {
        this.name = name;
        this.method = null;
        this.problem = problem;
        this.instances = instances;
        this.itself = null;
    }

    /** {@code com.acme.Pool.setMaxSize}. */
    String name() {
        return name;
    }

    /** Why the rule does not fit the class; null if it does. */
    String problem() {
        return problem;
    }

    /** Null if the rule does not fit. */
    CallableMethod method() {
        return method;
    }

    /** Those that the method is called on; one for a static method. */
    List<LiveInstance> targets() {
        return itself != null ? Collections.singletonList(itself) : instances.list();
    }

    /** How many instances live, as far as they are known. */
    int living() {
        return instances.list().size();
    }

    /**
     * Brings an instance to what is wanted.
     *
     * @return whether it was called: not if it was collected, or has never left its own value, which it is to have
     * @throws UnknownValueException if it is to have its own value, which nobody knows
     * @throws Throwable what its method throws
     */
    boolean bring(LiveInstance target, Wanted wanted) throws Throwable {
        Object living = target.get();
        if (living == null) {
            return false;
        }
        Object instance = target == itself ? null : living;
        if (method.parameter() == null) {
            method.call(instance, null);
            return true;
        }
        Given known = given.get(target);
        if (wanted.isInForce()) {
            Given own = known == null || !known.isOurs() ? Given.own(method, instance) : known;
            given.put(target, own);
            method.call(instance, wanted.value());
            given.put(target, own.withOurs(wanted.node()));
            return true;
        }
        if (known == null || !known.isOurs()) {
            return false;
        }
        goBack(instance, known, wanted);
        given.put(target, known.withOwn());
        return true;
    }

    private void goBack(Object instance, Given known, Wanted wanted) throws Throwable {
        if (known.isOwnKnown()) {
            method.call(instance, known.own());
        } else if (wanted.node() != null) {
            method.call(instance, wanted.value());
        } else {
            throw new UnknownValueException();
        }
    }

    /** Whether an instance came too late for what is wanted; an answer once, whatever becomes of the call. */
    boolean lacks(LiveInstance target, Wanted wanted) {
        Given known = given.get(target);
        if (method.parameter() == null || (known != null && known.wasTriedWith(wanted.node()))) {
            return false;
        }
        given.put(target, (known == null ? Given.NOTHING : known).tried(wanted.node()));
        return true;
    }

    /** Forgets what the dead were given. */
    void prune() {
        given.keySet().removeIf(target -> target.get() == null);
    }
}
