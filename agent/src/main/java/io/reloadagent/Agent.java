package io.reloadagent;

import io.reloadagent.bind.Binder;
import io.reloadagent.bind.Rules;
import io.reloadagent.bind.SecretPaths;
import io.reloadagent.field.Linker;
import io.reloadagent.field.NumberedFilters;
import io.reloadagent.field.Settlement;
import io.reloadagent.field.Versions;
import io.reloadagent.instrument.BridgeInstaller;
import io.reloadagent.instrument.DynamicFields;
import io.reloadagent.instrument.InlinedFields;
import io.reloadagent.instrument.Transformer;
import io.reloadagent.reload.Coordinator;
import io.reloadagent.reload.Modules;
import io.reloadagent.reload.ResultView;
import io.reloadagent.reload.Setup;
import io.reloadagent.report.BackgroundLines;
import io.reloadagent.report.DaemonThreads;
import io.reloadagent.report.EventLog;
import io.reloadagent.report.Events;
import io.reloadagent.report.Log;
import io.reloadagent.settings.SettingCatalog;
import io.reloadagent.settings.Settings;
import io.reloadagent.settings.SettingsException;
import io.reloadagent.settings.SettingsReader;
import io.reloadagent.source.Sources;
import io.reloadagent.trigger.ApiTrigger;
import io.reloadagent.trigger.Watcher;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Puts the agent together: the one place that knows every package. */
public final class Agent {

    private static final int IDLE_SECONDS = 10;

    /** How long the JVM's exit may wait for what is still to be logged. */
    private static final Duration LAST_LINES = Duration.ofMillis(200);

    private Agent() {}

    /**
     * Starts the agent in this JVM. Called once.
     *
     * @param arguments the agent's arguments; null for none
     * @param attached whether the application runs already; else its {@code main} is still to come
     * @throws SettingsException if the configuration is wrong: nothing was installed then
     * @throws IOException if the bridge cannot be written
     * @throws ReflectiveOperationException if this JVM does not let the bridge in
     */
    public static void start(String arguments, Instrumentation instrumentation, boolean attached)
            throws SettingsException, IOException, ReflectiveOperationException {
        Settings settings = new SettingsReader(System.getProperties(), System.getenv()).read(arguments);
        BackgroundLines stderr = new BackgroundLines(System.err);
        atExit("log", () -> stderr.close(LAST_LINES));
        Log log = new Log(settings.get(SettingCatalog.LOG_LEVEL), stderr);
        Events events = new Events(log);

        Sources sources = new Sources(settings.sources(), settings.get(SettingCatalog.SETTLE));
        FirstReading first = FirstReading.of(sources, log);
        Versions versions = new Versions(first.document());
        ScheduledExecutorService coordinatorThread = coordinatorThread();
        Settling settling =
                new Settling(new Settlement(versions, settings.get(SettingCatalog.QUIET)), coordinatorThread, log);
        Rules rules = new Rules(settings.rules());
        RuleReport report = new RuleReport(rules, log);
        events.subscribe("log", new EventLog(log).andThen(report::told));
        SecretPaths secret = new SecretPaths(settings.secretPaths());
        Binder binder = new Binder(
                rules,
                versions,
                secret,
                InlinedFields::of,
                settling,
                (field, why) -> log.warn("{} keeps its own value: {}", field, why.getMessage()));
        Modules modules = new Modules();
        Setup setup =
                new Setup(sources, binder, versions, settling, modules, events, settings.get(SettingCatalog.TIMEOUT));
        ResultView view = new ResultView(secret, binder::unset);
        Coordinator coordinator = new Coordinator(setup, coordinatorThread, view, log, first.fingerprint());

        ApiTrigger api = new ApiTrigger(coordinator, modules, events, view);
        Linker linker = new Linker(binder::describe);
        NumberedFilters filters = new NumberedFilters(linker);
        Relinking relinking = new Relinking(linker, coordinatorThread, log);
        String bridge = new BridgeInstaller(
                        instrumentation, new BridgeAnswers(linker, relinking, filters, versions, api, log))
                .install();
        instrumentation.addTransformer(
                new Transformer(
                        new DynamicFields(rules::coverClass, rules::coverField, rules::coverName),
                        bridge,
                        filters,
                        report,
                        (name, why) -> log.warn("{} is left as it is: {}", name, why)),
                true);
        if (settings.get(SettingCatalog.WATCH)) {
            Watcher watcher = new Watcher(
                    sources, coordinator, settings.get(SettingCatalog.CHECK_INTERVAL), first.complaint(), log);
            watcher.start();
            atExit("watcher", watcher::close);
        }
        coordinatorThread.execute(() -> prepare(binder, log));
        new RemoteTriggers(settings, coordinator, view, log).start(instrumentation);
        if (attached) {
            log.warn(
                    "attached to a running JVM: classes that were loaded before keep their fields' own values; start the"
                            + " JVM with -javaagent to reach them");
        }
    }

    /** In time for a thread of the application that has little stack left, but not before its {@code main}. */
    private static void prepare(Binder binder, Log log) {
        try {
            binder.prepare();
        } catch (Throwable failure) {
            log.error("values cannot be converted", failure);
        }
    }

    /** Something to do when the JVM exits, which may be interrupted. */
    private interface LastStep {
        void run() throws InterruptedException;
    }

    private static void atExit(String name, LastStep step) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            try {
                                step.run();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        },
                        "reload-agent-exit-" + name));
    }

    /** Ends while there is nothing to do, so that an idle agent has no thread for it. */
    private static ScheduledExecutorService coordinatorThread() {
        ScheduledThreadPoolExecutor executor =
                new ScheduledThreadPoolExecutor(1, new DaemonThreads("reload-agent-coordinator-"));
        executor.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }
}
