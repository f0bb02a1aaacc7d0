package io.reloadagent;

import io.reloadagent.report.DaemonThreads;
import io.reloadagent.report.Log;
import io.reloadagent.settings.SettingCatalog;
import io.reloadagent.settings.Settings;
import io.reloadagent.trigger.HttpSetup;
import io.reloadagent.trigger.HttpTrigger;
import io.reloadagent.trigger.JmxTrigger;
import io.reloadagent.trigger.KeyFiles;
import io.reloadagent.trigger.Operations;
import io.reloadagent.trigger.SignalTrigger;
import io.reloadagent.trigger.TokenFile;
import java.lang.instrument.Instrumentation;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collections;
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

    /** Null if there is none, or not yet. Written by the thread that starts it. */
    private volatile HttpTrigger http;

    /** Why there is none although there should be; else null. Written by the same. */
    private volatile String httpOff;

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
        try {
            HttpTrigger fresh = new HttpTrigger(
                    httpSetup(),
                    operations,
                    settings.get(SettingCatalog.TIMEOUT),
                    settings.get(SettingCatalog.CHECK_INTERVAL),
                    log);
            http = fresh;
            open(fresh::start, fresh::close);
        } catch (IllegalArgumentException incomplete) {
            httpOff = "HTTP is off: " + incomplete.getMessage();
            log.warn("{}", httpOff);
        }
    }

    private HttpSetup httpSetup() {
        String readToken = settings.get(SettingCatalog.HTTP_READ_TOKEN_FILE);
        return HttpSetup.at(
                        settings.get(SettingCatalog.HTTP_ADDRESS),
                        TokenFile.at(settings.get(SettingCatalog.HTTP_TOKEN_FILE)))
                .withReaders(readToken.isEmpty() ? null : new TokenFile(Paths.get(readToken)))
                .withHosts(settings.get(SettingCatalog.HTTP_HOSTS))
                .withTls(keys());
    }

    /** Null without TLS. */
    private KeyFiles keys() {
        String keyStore = settings.get(SettingCatalog.HTTP_KEY_STORE);
        return keyStore.isEmpty()
                ? null
                : KeyFiles.of(
                        keyStore,
                        settings.get(SettingCatalog.HTTP_KEY_STORE_PASSWORD_FILE),
                        settings.get(SettingCatalog.HTTP_TRUST_STORE),
                        settings.get(SettingCatalog.HTTP_TRUST_STORE_PASSWORD_FILE),
                        settings.get(SettingCatalog.HTTP_CLIENT_AUTH));
    }

    /** What of them does not work as it should, a sentence each; empty if all does. */
    List<String> problems() {
        HttpTrigger opened = http;
        String ofHttp = opened == null ? httpOff : opened.problem();
        return ofHttp == null ? Collections.emptyList() : Collections.singletonList(ofHttp);
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
