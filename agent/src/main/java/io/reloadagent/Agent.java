package io.reloadagent;

import io.reloadagent.bind.Adoption;
import io.reloadagent.bind.Binder;
import io.reloadagent.bind.Constraints;
import io.reloadagent.bind.Converter;
import io.reloadagent.bind.Converters;
import io.reloadagent.bind.Rules;
import io.reloadagent.bind.SecretPaths;
import io.reloadagent.bind.ValueRules;
import io.reloadagent.field.DynamicClass;
import io.reloadagent.field.Linker;
import io.reloadagent.field.NumberedFilters;
import io.reloadagent.field.Settlement;
import io.reloadagent.field.Versions;
import io.reloadagent.instrument.AdoptedClasses;
import io.reloadagent.instrument.BridgeInstaller;
import io.reloadagent.instrument.ClassPath;
import io.reloadagent.instrument.DynamicFields;
import io.reloadagent.instrument.InlinedFields;
import io.reloadagent.instrument.Installation;
import io.reloadagent.instrument.InstalledBridge;
import io.reloadagent.instrument.ModuleOpening;
import io.reloadagent.instrument.SelfTest;
import io.reloadagent.levels.LogLevels;
import io.reloadagent.reload.Archive;
import io.reloadagent.reload.CatchUp;
import io.reloadagent.reload.Coordinator;
import io.reloadagent.reload.Difference;
import io.reloadagent.reload.EnabledModules;
import io.reloadagent.reload.History;
import io.reloadagent.reload.Misfits;
import io.reloadagent.reload.Modules;
import io.reloadagent.reload.Policy;
import io.reloadagent.reload.Reading;
import io.reloadagent.reload.ResultView;
import io.reloadagent.reload.Setup;
import io.reloadagent.reload.Trigger;
import io.reloadagent.report.BackgroundLines;
import io.reloadagent.report.EventLog;
import io.reloadagent.report.Events;
import io.reloadagent.report.Log;
import io.reloadagent.settings.SettingCatalog;
import io.reloadagent.settings.Settings;
import io.reloadagent.settings.SettingsException;
import io.reloadagent.settings.SettingsReader;
import io.reloadagent.source.Problem;
import io.reloadagent.source.SourceException;
import io.reloadagent.source.Sources;
import io.reloadagent.trigger.ApiTrigger;
import io.reloadagent.trigger.CliTrigger;
import io.reloadagent.trigger.Watcher;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** Puts the agent together: the one place that knows every package. */
public final class Agent {

    private static final Duration RESTORE_PATIENCE = Duration.ofSeconds(30);

    /** How long the JVM's exit may wait for what is still to be logged. */
    private static final Duration LAST_LINES = Duration.ofMillis(200);

    /** How long the JVM's exit, and a stop, may wait for what is still to be written to the audit. */
    private static final Duration LAST_AUDIT = Duration.ofMillis(200);

    private final Settings settings;
    private final Instrumentation instrumentation;
    private final BackgroundLines stderr = new BackgroundLines(System.err);
    private final Log log;
    private final AgentThread coordinatorThread;
    private final AgentThread classesThread;
    private final AgentThread historyThread;
    private final Stop stop;

    private Agent(Settings settings, Instrumentation instrumentation, Runnable stopped) {
        this.settings = settings;
        this.instrumentation = instrumentation;
        this.log = new Log(settings.get(SettingCatalog.LOG_LEVEL), stderr);
        this.coordinatorThread = new AgentThread("reload-agent-coordinator-", log);
        this.classesThread = new AgentThread("reload-agent-classes-", log);
        this.historyThread = new AgentThread("reload-agent-history-", log);
        this.stop = new Stop(coordinatorThread, stopped, log);
    }

    /**
     * Starts the agent in this JVM. Called again only after the one before was stopped, or could not start.
     *
     * @param arguments the agent's arguments; null for none
     * @param attached whether the application runs already; else its {@code main} is still to come
     * @param stopped is run, on a thread of the agent, when the agent was stopped, by whoever asked for it
     * @return takes what is asked for by attaching, see {@link Attachments}
     * @throws SettingsException if the configuration is wrong: nothing was installed then
     * @throws IOException if the bridge cannot be written
     * @throws ReflectiveOperationException if this JVM does not let the bridge in
     */
    public static Consumer<String> start(
            String arguments, Instrumentation instrumentation, boolean attached, Runnable stopped)
            throws SettingsException, IOException, ReflectiveOperationException {
        Settings settings = new SettingsReader(System.getProperties(), System.getenv()).read(arguments);
        Agent agent = new Agent(settings, instrumentation, stopped);
        try {
            return agent.start(attached);
        } catch (Throwable failure) {
            agent.stop.undo();
            throw failure;
        }
    }

    private Attachments start(boolean attached) throws IOException, ReflectiveOperationException {
        atExit("log", () -> stderr.close(LAST_LINES));
        Events events = new Events(log, settings.get(SettingCatalog.EVENTS_TYPE_PREFIX));
        stop.first("end its threads", () -> endThreads(events));

        Sources sources = new Sources(settings.sources(), settings.get(SettingCatalog.SETTLE));
        Reading reading = new Reading();
        HistoryOnDisk disk = HistoryOnDisk.open(settings, historyThread, log);
        stop.first("close the history", disk::close);
        if (disk.store() != null) {
            atExit("history", disk::flush);
        }
        SecretPaths secret = settings.secret();
        Archive archive = new Archive(disk.store(), secret, settings.get(SettingCatalog.HISTORY_SECRETS));
        FirstReading first = FirstReading.of(sources, reading, settings.get(SettingCatalog.TIMEOUT), archive, log);
        Versions versions = new Versions(first.initial(), archive.lastVersion() + 1);
        Settling settling =
                new Settling(new Settlement(versions, settings.get(SettingCatalog.QUIET)), coordinatorThread, log);
        AdoptedClasses adopted = new AdoptedClasses(settings.get(SettingCatalog.ADOPT));
        Adoption adoption = new Adoption(settings.get(SettingCatalog.ADOPT), adopted::holdersOf);
        Rules rules = new Rules(settings.rules(), adoption);
        RuleReport report = new RuleReport(rules, adoption, log);
        events.subscribe("log", new EventLog(log).andThen(report::told));
        Converters converters = new Converters();
        Misfits misfits = new Misfits();
        if (first.complaint() != null) {
            misfits.add(first.complaint());
        }
        ValueRules values = new ValueRules(secret, converters, new Constraints(secret, what -> log.info("{}", what)));
        Preparation preparation = new Preparation(Converter::prepare, log);
        Binder binder = new Binder(
                rules,
                versions,
                values,
                settings.get(SettingCatalog.STRICT),
                InlinedFields::of,
                type -> ModuleOpening.openIfNamed(instrumentation, type),
                preparation,
                settling,
                (field, why) -> {
                    log.warn("{} keeps its own value: {}", field, why.getMessage());
                    misfits.add(field + " keeps its own value: " + why.getMessage());
                });
        // Fields that keep their own values until the source changes have been told from what.
        versions.rebase(versions.current(), first.document());
        Following following =
                new Following(settings, instrumentation, first.document(), values, preparation, binder, versions, log);
        events.subscribe("apply", following::told);
        sayUnknownLevels(first, misfits);
        Modules modules = new Modules();
        ResultView view = new ResultView(secret, binder::unset);
        Reporting reporting = report(events, view, versions);
        History history = new History(
                versions.current().number(),
                first.document(),
                first.lastKnownGood(),
                archive,
                disk.store() == null ? null : view);
        Setup setup = new Setup(
                sources,
                reading,
                binder,
                versions,
                settling,
                modules,
                events,
                new Policy(
                        settings.get(SettingCatalog.TIMEOUT),
                        settings.get(SettingCatalog.ROLLBACK),
                        new EnabledModules(settings.modules())),
                history,
                misfits,
                reporting.andThen(following));
        Coordinator coordinator = Coordinator.of(
                setup,
                coordinatorThread,
                settings.get(SettingCatalog.BACKOFF_BASE),
                settings.get(SettingCatalog.BACKOFF_CAP),
                view,
                log,
                first.content());

        ApiTrigger api = new ApiTrigger(coordinator, modules, events, view, () -> closeBreaker(coordinator, reporting));
        SelfTest selfTest = new SelfTest();
        Linker linker = new Linker(type -> {
            DynamicClass probe = selfTest.describe(type);
            return probe == null ? binder.describe(type) : probe;
        });
        adoption.objects().connect(linker::bind, type -> ModuleOpening.openIfNamed(instrumentation, type));
        InstalledBridge bridge = new BridgeInstaller(instrumentation).install();
        NumberedFilters filters = new NumberedFilters(linker, bridge::nextNumber);
        Relinking relinking = new Relinking(linker, coordinatorThread, log);
        bridge.connect(
                new BridgeAnswers(linker, relinking, filters, new InstanceRequests(linker, log), converters, api, log),
                versions::pin);
        stop.first("follow no more", following::close);
        following.start(
                bridge,
                new CatchUp(setup, coordinatorThread, view, log),
                coordinatorThread,
                settings.get(SettingCatalog.CHECK_INTERVAL));
        ClassPath classPath = attached ? ClassPath.unknown() : ClassPath.ofSystemLoader();
        stop.first("close the jars of the class path", classPath::close);
        Installation installation =
                installation(classPath, bridge.internalName(), filters, rules, adopted, report, selfTest, following);
        stop.first("give all classes their own code back", () -> restore(installation));
        stop.first("give all fields their own values back", () -> linker.release(versions));
        stop.first("leave the API", bridge::disconnect);
        installation.install();
        // Reloads run on the same thread, so after it.
        coordinatorThread.execute(new StartCheck(selfTest, stop, log));
        coordinatorThread.execute(coordinator::started);
        watch(sources, reading, coordinator, first.complaint());
        HistoryReport kept =
                new HistoryReport(history, view, new Difference(secret), () -> disk.status(archive.status()));
        Status status = new Status(coordinator, view, installation, binder, kept, reporting::problems, following);
        AgentReadings readings = new AgentReadings(coordinator, setup, status, reporting);
        ConfigReport config = new ConfigReport(coordinator, versions, history, binder, installation, secret);
        AgentOperations operations =
                new AgentOperations(coordinator, kept, view, status, config, stop, reporting, readings);
        RemoteTriggers remote = new RemoteTriggers(settings, operations, log);
        status.tellProblemsOf(remote::problems);
        stop.first("close HTTP and JMX", remote::close);
        remote.start(instrumentation);
        CliTrigger cli = new CliTrigger(operations, settings.get(SettingCatalog.TIMEOUT), log);
        stop.first("end what the command line asks for", cli::close);
        atExit("cli", cli::close);
        stop.first("refuse requests", coordinator::close);
        if (attached) {
            installation.reachLoaded(count -> sayReached(count, status));
        } else {
            reachLoadedBeforeMain(installation);
        }
        return new Attachments(cli, reporting, stop);
    }

    private void sayUnknownLevels(FirstReading first, Misfits misfits) {
        if (!settings.get(SettingCatalog.LOGGERS_ENABLED)) {
            return;
        }
        try {
            LogLevels.refuseUnknown(first.document(), settings.secret());
        } catch (SourceException e) {
            for (Problem problem : e.problems()) {
                log.warn("{}", problem);
                misfits.add(problem.toString());
            }
        }
    }

    private static void closeBreaker(Coordinator coordinator, Reporting reporting) {
        reporting.done("breaker.reset", Trigger.API, ApiTrigger.ACTOR, null);
        coordinator.closeBreaker(ApiTrigger.ACTOR, null);
    }

    private Reporting report(Events events, ResultView view, Versions versions) {
        Reporting reporting =
                new Reporting(settings, events, view, versions.current().number(), log);
        stop.first("end the webhook", reporting::close);
        stop.first("finish the audit", () -> reporting.finish(LAST_AUDIT));
        atExit("audit", () -> reporting.finish(LAST_AUDIT));
        return reporting;
    }

    private void reachLoadedBeforeMain(Installation installation) {
        try {
            installation.reachLoadedNow();
        } catch (Throwable failure) {
            log.error("classes that were loaded before the agent are left as they are", failure);
        }
    }

    private Installation installation(
            ClassPath classPath,
            String bridge,
            NumberedFilters filters,
            Rules rules,
            AdoptedClasses adopted,
            RuleReport report,
            SelfTest selfTest,
            Following following) {
        return new Installation(
                instrumentation,
                new DynamicFields(
                                name -> selfTest.coversClass(name) || rules.coverClass(name),
                                (name, field) -> selfTest.coversClass(name)
                                        ? selfTest.coversField(field)
                                        : rules.coverField(name, field),
                                field -> selfTest.coversField(field) || rules.coverName(field),
                                rules::bindInstancesOf,
                                rules.classNames())
                        .with(adopted),
                following::tracks,
                classPath,
                bridge,
                filters,
                report,
                (name, why) -> log.warn("{} is left as it is: {}", name, why),
                classesThread);
    }

    private void sayReached(int count, Status status) {
        String reached = "attached; " + count + " classes that were loaded before follow now; their methods that are"
                + " running keep their code until they are called again";
        log.info("{}", reached);
        status.note(Instant.now() + ": " + reached);
    }

    private void restore(Installation installation) throws Exception {
        installation.remove(
                (name, why) -> log.warn("{} keeps the agent's code, and reads its own values: {}", name, why),
                RESTORE_PATIENCE);
    }

    private void watch(Sources sources, Reading reading, Coordinator coordinator, String complaint) {
        if (!settings.get(SettingCatalog.WATCH)) {
            return;
        }
        Watcher watcher =
                new Watcher(sources, reading, coordinator, settings.get(SettingCatalog.CHECK_INTERVAL), complaint, log);
        stop.first("end watching", watcher::close);
        watcher.start();
        atExit("watcher", watcher::close);
    }

    /** Something to do when the JVM exits, which may be interrupted. */
    private interface LastStep {
        void run() throws InterruptedException;
    }

    private void atExit(String name, LastStep step) {
        Runnable interruptible = () -> {
            try {
                step.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        Thread hook = new Thread(interruptible, "reload-agent-exit-" + name);
        Runtime.getRuntime().addShutdownHook(hook);
        stop.first("remove a shutdown hook", () -> Runtime.getRuntime().removeShutdownHook(hook));
    }

    private void endThreads(Events events) {
        events.close();
        classesThread.shutdown();
        coordinatorThread.shutdown();
    }
}
