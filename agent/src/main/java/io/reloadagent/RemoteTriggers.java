package io.reloadagent;

import io.reloadagent.reload.Coordinator;
import io.reloadagent.reload.Request;
import io.reloadagent.reload.Result;
import io.reloadagent.reload.ResultView;
import io.reloadagent.report.DaemonThreads;
import io.reloadagent.report.Log;
import io.reloadagent.settings.SettingCatalog;
import io.reloadagent.settings.Settings;
import io.reloadagent.trigger.AgentState;
import io.reloadagent.trigger.HttpTrigger;
import io.reloadagent.trigger.JmxTrigger;
import io.reloadagent.trigger.TokenFile;
import java.lang.instrument.Instrumentation;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The triggers that are reached from outside the JVM. Immutable. */
final class RemoteTriggers {

    private final Settings settings;
    private final Coordinator coordinator;
    private final ResultView view;
    private final Log log;

    RemoteTriggers(Settings settings, Coordinator coordinator, ResultView view, Log log) {
        this.settings = settings;
        this.coordinator = coordinator;
        this.view = view;
        this.log = log;
    }

    /** Starts those that are switched on; one that cannot start says so in the log. */
    void start(Instrumentation instrumentation) {
        if (!settings.get(SettingCatalog.HTTP_ADDRESS).isEmpty()) {
            new DaemonThreads("reload-agent-start-").newThread(this::startHttp).start();
        }
        if (settings.get(SettingCatalog.JMX_ENABLED)) {
            LazyManagement.whenUsed(instrumentation, log, this::startJmx);
        }
    }

    private void startHttp() {
        TokenFile token = TokenFile.at(settings.get(SettingCatalog.HTTP_TOKEN_FILE));
        new HttpTrigger(
                        settings.get(SettingCatalog.HTTP_ADDRESS),
                        token,
                        this::reload,
                        settings.get(SettingCatalog.TIMEOUT),
                        log)
                .start();
    }

    private void startJmx() {
        new JmxTrigger(this::reload, this::state, settings.get(SettingCatalog.TIMEOUT), log).start();
    }

    private CompletableFuture<Map<String, Object>> reload(Request request) {
        return coordinator.request(request).thenApply(view::of);
    }

    private AgentState state() {
        Result last = coordinator.lastResult();
        return last == null
                ? new AgentState(coordinator.version(), null, null)
                : new AgentState(coordinator.version(), view.of(last), last.ended());
    }
}
