package io.reloadagent.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Where the agent takes hold of this library; not for applications. Agent and library may each exist in any number of
 * class loaders, so they exchange types of the JDK only. The agent holds what it is given weakly; what has to live is
 * kept here, in the application's own class loader.
 */
public final class AgentLink {

    /** By name, each module once. Guarded by itself. */
    private static final Map<String, Reloadable> MODULES = new HashMap<>();

    private static final Set<Consumer<Map<String, Object>>> OBSERVERS = ConcurrentHashMap.newKeySet();

    private AgentLink() {}

    /**
     * Asks the agent for something.
     *
     * @return null without an agent
     * @throws RuntimeException what the agent answers to a wrong argument
     */
    static Object call(String operation, Object... arguments) {
        Object answer = agent(operation, arguments);
        if (answer instanceof RuntimeException) {
            throw (RuntimeException) answer;
        }
        return answer;
    }

    /** The agent replaces the body of this method, by its name, when the class is loaded or the agent attached. */
    @SuppressWarnings("unused")
    private static Object agent(String operation, Object... arguments) {
        return null;
    }

    /** Null without an agent, which replaces this body too. */
    static AutoCloseable pin() {
        return null;
    }

    static void register(String name, Reloadable module) {
        synchronized (MODULES) {
            if (call("register", name, module) != null) {
                MODULES.values().removeIf(known -> known == module); // the agent has forgotten its former name
                MODULES.put(name, module);
            }
        }
    }

    static void unregister(String name) {
        synchronized (MODULES) {
            if (call("unregister", name) != null) {
                MODULES.remove(name);
            }
        }
    }

    static ReloadAgent.Observation observe(Consumer<ReloadEvent> observer) {
        Objects.requireNonNull(observer, "observer");
        Consumer<Map<String, Object>> receiver = facts -> observer.accept(new ReloadEvent(facts));
        OBSERVERS.add(receiver);
        call("observe", receiver);
        return () -> {
            OBSERVERS.remove(receiver);
            call("unobserve", receiver);
        };
    }

    /**
     * One call of a module, ready to be made on a thread of the agent's choice.
     *
     * @param module a {@link Reloadable} of this copy of the library
     * @param step {@code canReload}, {@code reloadOrder}, {@code reloadTimeout}, {@code validate} or {@code reload}
     * @param context the facts behind {@link ReloadContext}; of the last two steps only
     * @param changes for each change its path, old and new value; of the last two steps only
     * @return a call that returns a {@link Boolean}, an {@link Integer}, a {@link Duration} or null, and throws what the
     *     module throws
     */
    public static Callable<Object> step(
            Object module, String step, Map<String, Object> context, List<Object[]> changes) {
        Reloadable reloadable = (Reloadable) module;
        switch (step) {
            case "canReload":
                return reloadable::canReload;
            case "reloadOrder":
                return reloadable::reloadOrder;
            case "reloadTimeout":
                return reloadable::reloadTimeout;
            case "validate":
                return () -> {
                    reloadable.validate(new ReloadContext(context), typed(changes));
                    return null;
                };
            case "reload":
                return () -> {
                    reloadable.reload(new ReloadContext(context), typed(changes));
                    return null;
                };
            default:
                throw new IllegalArgumentException(
                        "reload-agent-api is older than the agent: it does not know '" + step + "'");
        }
    }

    private static List<ConfigChange> typed(List<Object[]> changes) {
        List<ConfigChange> typed = new ArrayList<>(changes.size());
        for (Object[] change : changes) {
            typed.add(new ConfigChange((String) change[0], change[1], change[2]));
        }
        return Collections.unmodifiableList(typed);
    }
}
