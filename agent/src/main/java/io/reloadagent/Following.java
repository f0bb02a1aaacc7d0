package io.reloadagent;

import io.reloadagent.apply.ApplyRule;
import io.reloadagent.apply.ApplyRules;
import io.reloadagent.bind.Binder;
import io.reloadagent.bind.ValueRules;
import io.reloadagent.field.Versions;
import io.reloadagent.instrument.ClassesByName;
import io.reloadagent.instrument.InstalledBridge;
import io.reloadagent.instrument.ModuleOpening;
import io.reloadagent.levels.LibraryWatch;
import io.reloadagent.levels.LogLevels;
import io.reloadagent.reload.CatchUp;
import io.reloadagent.reload.Result;
import io.reloadagent.report.DaemonThreads;
import io.reloadagent.report.Event;
import io.reloadagent.report.Log;
import io.reloadagent.settings.SettingCatalog;
import io.reloadagent.settings.Settings;
import io.reloadagent.source.Document;
import io.reloadagent.source.Path;
import java.lang.instrument.Instrumentation;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.Function;

/** What follows the sources besides fields: rules that have methods called, and levels of loggers. Thread-safe. */
final class Following implements Consumer<Result> {

    private final Instrumentation instrumentation;
    private final Versions versions;
    private final Log log;
    private final ApplyRules rules;
    private final boolean hasRules;
    /** Null if levels are switched off. */
    private final LogLevels levels;

    private final LibraryWatch watch = new LibraryWatch(this::libraryComes);

    /** Set before anything is followed; read by the threads of the application. */
    private volatile CatchUp catchUp;
    /** As above; null if levels are switched off. */
    private volatile LevelsTicker ticker;

    /**
     * Adds what the settings say to what a binder knows.
     *
     * @param first what the sources held when the agent started
     * @param prepare is run before the first value that is more than a scalar can be converted
     */
    Following(
            Settings settings,
            Instrumentation instrumentation,
            Document first,
            ValueRules values,
            Runnable prepare,
            Binder binder,
            Versions versions,
            Log log) {
        this.instrumentation = instrumentation;
        this.versions = versions;
        this.log = log;
        ClassesByName classes = new ClassesByName(instrumentation);
        Consumer<Class<?>> open = type -> ModuleOpening.openIfNamed(instrumentation, type);
        this.hasRules = !settings.applyRules().isEmpty();
        this.rules = new ApplyRules(
                settings.applyRules(),
                first,
                values,
                settings.secret(),
                prepare,
                open,
                classes::ofApplication,
                what -> log.warn("{}", what),
                new DaemonThreads("reload-agent-instances-"),
                () -> catchUp.request());
        this.levels = settings.get(SettingCatalog.LOGGERS_ENABLED)
                ? new LogLevels(classes::ofAnyone, open, settings.secret(), what -> log.warn("{}", what))
                : null;
        if (hasRules) {
            binder.add(rules);
        }
        if (levels != null) {
            binder.add(levels);
        }
    }

    /** Whether instances of a class of this name are remembered. */
    boolean tracks(String className) {
        return rules.coverClass(className);
    }

    /**
     * Begins.
     *
     * @param longest how long a level that a library has lost may stay so
     * @throws ReflectiveOperationException never: the bridge has what it needs
     */
    void start(InstalledBridge bridge, CatchUp theCatchUp, ScheduledExecutorService thread, Duration longest)
            throws ReflectiveOperationException {
        catchUp = theCatchUp;
        if (hasRules) {
            rules.tracker().start();
            bridge.connectTracker(rules.tracker());
        }
        if (levels != null) {
            ticker = new LevelsTicker(theCatchUp::request, this::areLevelsInForce, thread, longest);
            instrumentation.addTransformer(watch, true);
            ticker.soon(); // for what is there already
        }
    }

    private Document inForce() {
        return (Document) versions.current().basis();
    }

    private boolean areLevelsInForce() {
        return LogLevels.areIn(inForce());
    }

    private void libraryComes() {
        LevelsTicker current = ticker;
        if (current != null) {
            current.soon();
        }
    }

    /** A reload has ended: instances that were made meanwhile may lack what is in force now. */
    @Override
    public void accept(Result result) {
        if (result.outcome().isSuccess() && !result.request().scope().isDryRun() && catchUp != null) {
            if (hasRules) {
                catchUp.request();
            }
            if (ticker != null) {
                ticker.soon();
            }
        }
    }

    /** Says at the end of a reload which rules were meant for what changed, and have no class. Once a rule. */
    void told(Event event) {
        if (event.type().equals("reload.completed")) {
            for (ApplyRule rule : rules.takeUnmatched()) {
                log.warn(
                        "no loaded class has matched the apply rule for {} so far; is it the name by which the JVM"
                                + " knows the class?",
                        rule);
            }
        }
    }

    /** Each rule with each class, for reports. */
    List<Map<String, Object>> methods(Function<Path, String> shown) {
        return rules.describe(inForce(), shown);
    }

    /** Each logger that has a level of the sources, for reports. */
    List<Map<String, Object>> loggers() {
        return levels == null ? Collections.emptyList() : levels.describe();
    }

    /**
     * Ends: loggers have their own levels again; no method is called any more.
     *
     * @throws Exception if a logging library does not take a level
     */
    void close() throws Exception {
        instrumentation.removeTransformer(watch);
        rules.tracker().close();
        if (ticker != null) {
            ticker.close();
            levels.release();
        }
    }
}
