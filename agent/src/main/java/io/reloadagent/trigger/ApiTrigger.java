package io.reloadagent.trigger;

import io.reloadagent.reload.Coordinator;
import io.reloadagent.reload.Modules;
import io.reloadagent.reload.Request;
import io.reloadagent.reload.ResultView;
import io.reloadagent.reload.Scope;
import io.reloadagent.reload.Trigger;
import io.reloadagent.report.DaemonThreads;
import io.reloadagent.report.Event;
import io.reloadagent.report.Events;
import io.reloadagent.report.Registration;
import io.reloadagent.source.Path;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Answers the application's calls of the API, whichever copy of it they come from. Exchanges types of the JDK only, and
 * holds what the application hands over weakly. Thread-safe.
 */
public final class ApiTrigger {

    /** Who asks, for the log and the audit. */
    public static final String ACTOR = "the application";

    private final Coordinator coordinator;
    private final Modules modules;
    private final Events events;
    private final ResultView view;
    private final Runnable closeBreaker;

    /** One short thread an answer: what the application hangs on to it may block. */
    private final ThreadFactory answers = new DaemonThreads("reload-agent-api-");

    /** Guarded by itself. */
    private final Map<Object, Registration> observers = new WeakHashMap<>();

    /**
     * Answers with these parts of the agent.
     *
     * @param closeBreaker has what failed be tried again without a wait
     */
    public ApiTrigger(Coordinator coordinator, Modules modules, Events events, ResultView view, Runnable closeBreaker) {
        this.coordinator = coordinator;
        this.modules = modules;
        this.events = events;
        this.view = view;
        this.closeBreaker = closeBreaker;
    }

    /**
     * Answers one call.
     *
     * @return null if this agent does not know the operation; an {@link IllegalArgumentException}, not thrown, if an
     *     argument is wrong
     */
    public Object call(String operation, Object... arguments) {
        try {
            return answer(operation, arguments);
        } catch (IllegalArgumentException e) {
            return e;
        }
    }

    private Object answer(String operation, Object... arguments) {
        switch (operation) {
            case "isActive":
                return true;
            case "version":
                return coordinator.version();
            case "register":
                modules.register((String) arguments[0], arguments[1]);
                return true;
            case "constructed":
                modules.register(arguments[0]);
                return true;
            case "unregister":
                modules.unregister((String) arguments[0]);
                return true;
            case "requestReload":
                return requestReload(arguments);
            case "closeBreaker":
                closeBreaker.run();
                return true;
            case "observe":
                return observe(arguments[0]);
            case "unobserve":
                return unobserve(arguments[0]);
            default:
                return null;
        }
    }

    private CompletionStage<Map<String, Object>> requestReload(Object... sections) {
        List<Path> paths = new ArrayList<>();
        for (Object section : sections) {
            paths.add(Path.of((String) section));
        }
        return coordinator
                .request(Request.of(Trigger.API, ACTOR, null).of(Scope.of(paths)))
                .thenApplyAsync(view::of, answer -> answers.newThread(answer).start());
    }

    private boolean observe(Object observer) {
        WeakReference<Object> weak = new WeakReference<>(observer);
        AtomicReference<Registration> own = new AtomicReference<>();
        own.set(events.subscribe("application", event -> tell(weak, event, own)));
        synchronized (observers) {
            observers.put(observer, own.get());
        }
        return true;
    }

    @SuppressWarnings("unchecked")
    private static void tell(WeakReference<Object> weak, Event event, AtomicReference<Registration> own) {
        Object observer = weak.get();
        if (observer != null) {
            Map<String, Object> facts = new LinkedHashMap<>(event.toMap());
            facts.put("json", event.toJson());
            ((Consumer<Map<String, Object>>) observer).accept(Collections.unmodifiableMap(facts));
        } else if (own.get() != null) {
            own.get().close();
        }
    }

    private boolean unobserve(Object observer) {
        Registration registration;
        synchronized (observers) {
            registration = observers.remove(observer);
        }
        if (registration != null) {
            registration.close();
        }
        return true;
    }
}
