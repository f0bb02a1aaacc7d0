package io.reloadagent;

import io.reloadagent.report.DaemonThreads;
import io.reloadagent.report.Log;
import io.reloadagent.settings.SettingCatalog;
import io.reloadagent.settings.Settings;
import io.reloadagent.trigger.HttpTrigger;
import io.reloadagent.trigger.JmxTrigger;
import io.reloadagent.trigger.Operations;
import io.reloadagent.trigger.SignalTrigger;
import io.reloadagent.trigger.TokenFile;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;

/** The triggers that are reached from outside the JVM. Thread-safe. */
final class RemoteTriggers {

    private final Settings settings;
    private final Operations operations;
    private final Log log;

    /** Each closes one that was started. Guarded by this. */
    private final List<Runnable> closing = new ArrayList<>();

    /** Guarded by this. */
    private boolean closed;

    RemoteTriggers(Settings settings, Operations operations, Log log) {
        this.settings = settings;
        this.operations = operations;
        this.log = log;
    }

    /** Starts those that are switched on, as soon as they may; one that cannot start says so in the log. */
    void start(Instrumentation instrumentation) {
        if (!settings.get(SettingCatalog.HTTP_ADDRESS).isEmpty()) {
            new DaemonThreads("reload-agent-start-").newThread(this::startHttp).start();
        }
        SignalTrigger signal = new SignalTrigger(settings.get(SettingCatalog.SIGNAL), operations, log);
        open(signal::start, signal::close);
        if (settings.get(SettingCatalog.JMX_ENABLED)) {
            LazyManagement management = new LazyManagement(instrumentation, log, this::startJmx);
            open(management::start, management::close);
        }
    }

    private void startHttp() {
        TokenFile token = TokenFile.at(settings.get(SettingCatalog.HTTP_TOKEN_FILE));
        HttpTrigger http = new HttpTrigger(
                settings.get(SettingCatalog.HTTP_ADDRESS),
                token,
                operations,
                settings.get(SettingCatalog.TIMEOUT),
                log);
        open(http::start, http::close);
    }

    private void startJmx() {
        JmxTrigger jmx = new JmxTrigger(operations, settings.get(SettingCatalog.TIMEOUT), log);
        open(jmx::start, jmx::close);
    }

    /** Does nothing when it is too late. */
    private synchronized void open(Runnable start, Runnable close) {
        if (!closed) {
            closing.add(close);
            start.run();
        }
    }

    /** Closes all that were started. */
    synchronized void close() {
        closed = true;
        closing.forEach(Runnable::run);
        closing.clear();
    }
}
