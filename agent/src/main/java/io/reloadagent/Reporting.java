package io.reloadagent;

import io.reloadagent.reload.Outcome;
import io.reloadagent.reload.Result;
import io.reloadagent.reload.ResultView;
import io.reloadagent.reload.Scope;
import io.reloadagent.reload.Trigger;
import io.reloadagent.report.Audit;
import io.reloadagent.report.AuditFile;
import io.reloadagent.report.Events;
import io.reloadagent.report.Level;
import io.reloadagent.report.Log;
import io.reloadagent.report.metrics.ReloadCounts;
import io.reloadagent.report.webhook.Webhook;
import io.reloadagent.settings.SettingCatalog;
import io.reloadagent.settings.Settings;
import java.io.IOException;
import java.nio.file.Paths;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What is told of the agent's work besides the log: events, the audit, the webhook, and what is counted. Gets every reload
 * that has ended. Thread-safe.
 */
final class Reporting implements Consumer<Result> {

    private final Log log;
    private final Events events;
    private final Audit audit;

    /** Null if there is none. */
    private final Webhook webhook;

    /** Why there is none although there should be; else null. Written by the constructor. */
    private String webhookOff;

    private final String metricsPrefix;
    private final ReloadCounts counts = new ReloadCounts();
    private final ResultView view;

    /** The version in force after the last reload. Confined to the coordinator's thread. */
    private long version;

    /**
     * Begins to tell what the settings ask for.
     *
     * @param version that is in force
     */
    Reporting(Settings settings, Events events, ResultView view, long version, Log log) {
        this.version = version;
        this.log = log;
        this.events = events;
        this.view = view;
        this.audit = audit(settings, events, log);
        this.webhook = webhook(settings);
        this.metricsPrefix = settings.get(SettingCatalog.METRICS_PREFIX);
    }

    private static Audit audit(Settings settings, Events events, Log log) {
        String file = settings.get(SettingCatalog.AUDIT_FILE);
        if (file.isEmpty()) {
            return Audit.none();
        }
        long maxSize = settings.get(SettingCatalog.AUDIT_MAX_SIZE);
        int maxFiles = settings.get(SettingCatalog.AUDIT_MAX_FILES);
        return Audit.in(AuditFile.of(Paths.get(file), maxSize, maxFiles, events, log), events);
    }

    /** Null if there is none. */
    private Webhook webhook(Settings settings) {
        String url = settings.get(SettingCatalog.WEBHOOK_URL);
        if (url.isEmpty()) {
            return null;
        }
        try {
            return Webhook.subscribe(url, settings.get(SettingCatalog.WEBHOOK_SECRET_FILE), events, log);
        } catch (IOException unusable) {
            webhookOff = "the webhook is off: " + unusable.getMessage();
            log.warn("{}", webhookOff);
            return null;
        }
    }

    /** Takes a reload that has ended, on the coordinator's thread. Does not wait, and throws nothing. */
    @Override
    public void accept(Result result) {
        try {
            take(result);
        } catch (RuntimeException | Error failure) {
            log.error("the end of reload {} is not in the audit or the metrics", result.reloadId(), failure);
        }
    }

    private void take(Result result) {
        if (!result.request().scope().isDryRun()) {
            count(result);
        }
        if (audit.isKept() || log.isEnabled(Level.DEBUG)) {
            keep(result);
        }
        version = result.version();
    }

    private void keep(Result result) {
        String operation = operation(result.request().scope());
        Map<String, Object> shown = view.of(result);
        Map<String, Object> data = data(result, shown);
        audit.add(operation, data);
        log.debug(
                "reload {}: {} has ended, {}, skipped modules {}, milliseconds of each step {}",
                result.reloadId(),
                operation,
                data,
                shown.get("skippedModules"),
                shown.get("steps"));
    }

    private static String operation(Scope scope) {
        if (scope.isDryRun()) {
            return "dry-run";
        }
        return scope.version() == 0 ? "reload" : "rollback";
    }

    private void count(Result result) {
        String trigger = result.request().trigger().toString();
        String outcome = result.outcome().name().toLowerCase(Locale.ROOT);
        if (result.outcome().isSuccess()) {
            counts.succeeded(trigger, outcome, result.duration(), result.ended());
        } else if (result.outcome() == Outcome.BACKING_OFF || result.outcome() == Outcome.INVALID) {
            counts.refusedAtOnce(trigger, outcome);
        } else {
            counts.failed(trigger, outcome, result.duration());
        }
    }

    /** No values: whoever reads the audit need not know them. */
    private Map<String, Object> data(Result result, Map<String, Object> shown) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("reloadID", result.reloadId());
        data.put("trigger", shown.get("trigger"));
        data.put("actor", result.request().actor());
        data.put("role", role(result.request().trigger().toString()));
        data.put("reason", shown.get("reason"));
        data.put("sections", shown.get("sections"));
        data.put("backToVersion", shown.get("backToVersion"));
        data.put("outcome", shown.get("outcome"));
        data.put("fromVersion", version);
        data.put("toVersion", result.version());
        data.put("duration", shown.get("durationMillis"));
        data.put("paths", paths(shown));
        data.put("failedModule", shown.get("failedModule"));
        data.put("message", shown.get("message"));
        return data;
    }

    private static List<Object> paths(Map<String, Object> result) {
        return ((List<?>) result.get("changes"))
                .stream()
                        .map(change -> (Object) ((Map<?, ?>) change).get("path"))
                        .distinct()
                        .collect(Collectors.toList());
    }

    /** Keeps an operation other than a reload. */
    void done(String operation, Trigger trigger, String actor, String reason) {
        audit.add(operation, data(trigger.toString(), actor, reason));
    }

    /** Keeps that the agent was stopped by who attached to the JVM. */
    void stoppedByAttaching() {
        audit.add("stop", data("attach", "whoever attached to the JVM", null));
    }

    void changeLogLevel(Trigger trigger, String actor, Level level, String reason) {
        Map<String, Object> data = data(trigger.toString(), actor, reason);
        data.put("from", log.level().name().toLowerCase(Locale.ROOT));
        data.put("to", level.name().toLowerCase(Locale.ROOT));
        audit.add("log-level", data);
        String why = reason == null ? "" : ", reason: " + reason;
        log.info("the least level of the log is {} from now on, says {} from {}{}", level, trigger, actor, why);
        log.setLevel(level);
    }

    private static Map<String, Object> data(String trigger, String actor, String reason) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("trigger", trigger);
        data.put("actor", actor);
        data.put("role", role(trigger));
        data.put("reason", reason);
        return data;
    }

    /** Who asks in one of these ways needs the role for whatever is kept; the others know no roles. */
    private static String role(String trigger) {
        return trigger.equals(Trigger.HTTP.toString()) || trigger.equals(Trigger.CLI.toString()) ? "operate" : null;
    }

    void refusedAccess(String from, String role, int status, String why, long silentSeconds) {
        Map<String, Object> data = data(Trigger.HTTP.toString(), from, null);
        data.put("role", role);
        data.put("status", status);
        data.put("message", why);
        data.put("silentSeconds", silentSeconds);
        audit.add("access.refused", data);
    }

    Log log() {
        return log;
    }

    Events events() {
        return events;
    }

    ReloadCounts counts() {
        return counts;
    }

    String metricsPrefix() {
        return metricsPrefix;
    }

    /** What of it does not work now, a sentence each; empty if all does. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        String ofAudit = audit.problem();
        if (ofAudit != null) {
            problems.add(ofAudit);
        }
        String ofWebhook = webhook == null ? webhookOff : webhook.problem();
        if (ofWebhook != null) {
            problems.add(ofWebhook);
        }
        return problems;
    }

    /** Waits a moment until the audit is written. */
    void finish(Duration patience) throws InterruptedException {
        audit.close(patience);
    }

    /** Ends what finishes by itself. */
    void close() {
        if (webhook != null) {
            webhook.close();
        }
    }
}
