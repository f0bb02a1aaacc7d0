package io.reloadagent.bind;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Bindings that are registered together, once. Threads may race: what they do is the same. Thread-safe. */
final class BindingGroup {

    private final Runnable register;

    /** Written by the thread that registered; read by all that link. */
    private volatile boolean registered;

    /** Threads that are converting values of this group; their own reads of it must not begin that again. */
    private final Set<Thread> registering = ConcurrentHashMap.newKeySet();

    BindingGroup(Runnable register) {
        this.register = register;
    }

    void register() {
        if (!registered && registering.add(Thread.currentThread())) {
            try {
                register.run();
                registered = true;
            } finally {
                registering.remove(Thread.currentThread());
            }
        }
    }
}
