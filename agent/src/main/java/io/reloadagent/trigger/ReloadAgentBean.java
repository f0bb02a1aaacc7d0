package io.reloadagent.trigger;

import io.reloadagent.reload.Scope;
import io.reloadagent.reload.Trigger;
import io.reloadagent.report.Event;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanNotificationInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import javax.management.Notification;
import javax.management.NotificationBroadcasterSupport;
import javax.management.StandardEmitterMBean;

/** The MXBean, with descriptions that consoles show. Thread-safe. */
final class ReloadAgentBean extends StandardEmitterMBean implements ReloadAgentMXBean {

    private static final String CLIENT = "a JMX client";
    private static final double MILLIS_A_SECOND = 1e3;

    private final ReloadCall reload;
    private final Operations operations;

    ReloadAgentBean(ReloadCall reload, Operations operations) {
        super(
                ReloadAgentMXBean.class,
                true,
                new NotificationBroadcasterSupport(
                        new MBeanNotificationInfo(
                                new String[0],
                                Notification.class.getName(),
                                "Each event of a reload: its type, in a sentence, and as a CloudEvents document in the user data")));
        this.reload = reload;
        this.operations = operations;
    }

    @Override
    public long getVersion() {
        return operations.state().version();
    }

    @Override
    public String getLastOutcome() {
        return operations.state().lastOutcome();
    }

    @Override
    public String getLastError() {
        return operations.state().lastError();
    }

    @Override
    public String getLastReloadTime() {
        return operations.state().lastReloadTime();
    }

    @Override
    public List<FieldReport> getFields() {
        return operations.state().fields().stream().map(FieldReport::new).collect(Collectors.toList());
    }

    @Override
    public List<String> getNotes() {
        return operations.state().notes();
    }

    @Override
    public String getState() {
        return operations.state().state();
    }

    @Override
    public boolean isHealthy() {
        return operations.state().isHealthy();
    }

    @Override
    public List<String> getProblems() {
        return operations.state().problems();
    }

    @Override
    public List<String> getDrift() {
        return operations.state().drift();
    }

    @Override
    public String getLogLevel() {
        return LogLevels.text(operations.logLevel());
    }

    @Override
    public long getReloadAttempts() {
        return operations.readings().reloads().attempts();
    }

    @Override
    public long getReloadFailures() {
        return operations.readings().reloads().failures();
    }

    @Override
    public double getBackoffSeconds() {
        return operations.readings().backingOff().toMillis() / MILLIS_A_SECOND;
    }

    @Override
    public String getLastSuccessTime() {
        Instant success = operations.readings().lastSuccess();
        return success == null ? null : success.toString();
    }

    @Override
    public int getAbandonedThreads() {
        return operations.readings().abandonedThreads();
    }

    @Override
    public Map<String, Long> getDroppedEvents() {
        return operations.readings().droppedEvents();
    }

    @Override
    public Map<String, Long> getSites() {
        return operations.readings().sites();
    }

    @Override
    public void changeLogLevel(String level, String reason) {
        operations.changeLogLevel(Trigger.JMX, CLIENT, LogLevels.parse(level), ReloadCall.reason(reason));
    }

    /** Tells the listeners of an event. */
    void tell(Event event) {
        Notification notification = new Notification(
                event.emittedType(),
                this, // the server puts the name in its place
                Long.parseLong(event.id()),
                event.time().toEpochMilli(),
                event.toString());
        notification.setUserData(event.toJson());
        sendNotification(notification);
    }

    @Override
    public List<HistoryLine> getHistory() {
        return operations.history().stream().map(HistoryLine::new).collect(Collectors.toList());
    }

    @Override
    public List<String> difference(long fromVersion, long toVersion) {
        return HistoryLine.lines(operations.difference(fromVersion, toVersion), "from", "to");
    }

    @Override
    public ReloadReport reload(String reason) {
        return run(reason, Scope.EVERYTHING);
    }

    @Override
    public ReloadReport reloadSections(String sections, String reason) {
        return run(reason, sections(sections));
    }

    @Override
    public ReloadReport dryRun(String sections, String reason) {
        return run(reason, sections(sections).asDryRun());
    }

    @Override
    public ReloadReport rollBack(long version, String reason) {
        if (version <= 0) {
            throw new IllegalArgumentException("versions are counted from 1");
        }
        return run(reason, Scope.backTo(version));
    }

    @Override
    public void closeBreaker(String reason) {
        operations.closeBreaker(Trigger.JMX, CLIENT, ReloadCall.reason(reason));
    }

    private static Scope sections(String text) {
        return Scope.of(SectionNames.parse(text));
    }

    /** Throws exceptions of the JDK without a cause: a remote client knows no others. */
    private ReloadReport run(String reason, Scope scope) {
        try {
            return new ReloadReport(reload.run(Trigger.JMX, CLIENT, reason, scope));
        } catch (TimeoutException stillRunning) {
            throw new IllegalStateException("the reload is still running; see LastOutcome and the agent's log");
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted; the reload goes on, see LastOutcome and the agent's log");
        } catch (ExecutionException failure) {
            throw new IllegalStateException("the reload could not be carried out: " + failure.getCause());
        }
    }

    @Override
    public void stop() {
        operations.stop(Trigger.JMX, CLIENT);
    }

    @Override
    protected String getDescription(MBeanInfo info) {
        return "Reload Agent: takes new configuration values into the running application";
    }

    @Override
    protected String getDescription(MBeanAttributeInfo attribute) {
        switch (attribute.getName()) {
            case "Version":
                return "The version in force";
            case "LastOutcome":
                return "How the last reload ended";
            case "LastError":
                return "Why the last reload failed; empty if it did not";
            case "LastReloadTime":
                return "When the last reload ended, UTC";
            case "Fields":
                return "Each dynamic field: its path, in how many places of how many classes it is read, how fast";
            case "State":
                return "STARTING, READY, RELOADING, BACKING_OFF, SOURCE_MISSING, SOURCE_UNREADABLE, LAST_KNOWN_GOOD or DEGRADED";
            case "Healthy":
                return "Whether all is well; Problems tells why not";
            case "Problems":
                return "Why not all is well, a sentence each";
            case "Drift":
                return "The paths at which the sources hold something else than what is in force";
            case "LogLevel":
                return "The least level of the agent's log; the operation changeLogLevel changes it";
            case "ReloadAttempts":
                return "How many reloads have ended, dry runs not included";
            case "ReloadFailures":
                return "How many reloads were tried and failed, dry runs not included";
            case "BackoffSeconds":
                return "How long what failed last has to wait before it is tried again";
            case "LastSuccessTime":
                return "When a reload succeeded last, UTC; empty if none did";
            case "AbandonedThreads":
                return "How many callbacks did not return in time and still have not";
            case "DroppedEvents":
                return "How many events were not delivered, by kind of observer";
            case "Sites":
                return "In how many places dynamic fields are read, by the state of the field";
            case "History":
                return "The versions and the failed reloads that are kept, newest first";
            case "Notes":
                return "What an operator should know besides";
            default:
                return attribute.getName();
        }
    }

    @Override
    protected String getDescription(MBeanOperationInfo operation) {
        switch (operation.getName()) {
            case "stop":
                return "Takes the agent out of the JVM: all fields have the application's own values again";
            case "reloadSections":
                return "Reloads some sections of the configuration now; the rest stays as it is";
            case "dryRun":
                return "Checks what a reload would do; nothing changes";
            case "rollBack":
                return "Goes back to what was in force with an earlier version, by a reload of its own";
            case "changeLogLevel":
                return "Changes the least level of the agent's log, until it is changed again or the JVM ends";
            case "difference":
                return "Compares what two versions were made from";
            case "closeBreaker":
                return "Has what failed be tried again without a wait";
            default:
                return "Reloads the configuration now, all or nothing, and waits for the result";
        }
    }

    @Override
    protected String getParameterName(MBeanOperationInfo operation, MBeanParameterInfo parameter, int sequence) {
        if (operation.getName().equals("difference")) {
            return sequence == 0 ? "fromVersion" : "toVersion";
        }
        if (sequence == operation.getSignature().length - 1) {
            return "reason";
        }
        switch (operation.getName()) {
            case "rollBack":
                return "version";
            case "changeLogLevel":
                return "level";
            default:
                return "sections";
        }
    }

    @Override
    protected String getDescription(MBeanOperationInfo operation, MBeanParameterInfo parameter, int sequence) {
        switch (getParameterName(operation, parameter, sequence)) {
            case "level":
                return "trace, debug, info, warn or error";
            case "version":
                return "The number of the version to go back to";
            case "fromVersion":
                return "The number of a version";
            case "toVersion":
                return "The number of another version";
            case "sections":
                return "Paths with commas between: database,cache; empty for everything";
            default:
                return "Why, for the log; at most " + ReloadCall.REASON_LIMIT + " characters, may be empty";
        }
    }

    @Override
    protected int getImpact(MBeanOperationInfo operation) {
        boolean onlyTells =
                operation.getName().equals("difference") || operation.getName().equals("dryRun");
        return onlyTells ? MBeanOperationInfo.INFO : MBeanOperationInfo.ACTION;
    }
}
