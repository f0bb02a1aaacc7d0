package io.reloadagent.trigger;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import javax.management.StandardMBean;

/** The MXBean, with descriptions that consoles show. Thread-safe. */
final class ReloadAgentBean extends StandardMBean implements ReloadAgentMXBean {

    private final ReloadCall reload;
    private final Supplier<AgentState> state;
    private final Runnable stop;

    ReloadAgentBean(ReloadCall reload, Supplier<AgentState> state, Runnable stop) {
        super(ReloadAgentMXBean.class, true);
        this.reload = reload;
        this.state = state;
        this.stop = stop;
    }

    @Override
    public long getVersion() {
        return state.get().version();
    }

    @Override
    public String getLastOutcome() {
        return state.get().lastOutcome();
    }

    @Override
    public String getLastError() {
        return state.get().lastError();
    }

    @Override
    public String getLastReloadTime() {
        return state.get().lastReloadTime();
    }

    @Override
    public List<FieldReport> getFields() {
        return state.get().fields().stream().map(FieldReport::new).collect(Collectors.toList());
    }

    @Override
    public List<String> getNotes() {
        return state.get().notes();
    }

    /** Throws exceptions of the JDK without a cause: a remote client knows no others. */
    @Override
    public ReloadReport reload(String reason) {
        try {
            return new ReloadReport(reload.run("a JMX client", reason));
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
        stop.run();
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
            case "Notes":
                return "What an operator should know besides";
            default:
                return attribute.getName();
        }
    }

    @Override
    protected String getDescription(MBeanOperationInfo operation) {
        return operation.getName().equals("stop")
                ? "Takes the agent out of the JVM: all fields have the application's own values again"
                : "Reloads the configuration now, all or nothing, and waits for the result";
    }

    @Override
    protected String getParameterName(MBeanOperationInfo operation, MBeanParameterInfo parameter, int sequence) {
        return "reason";
    }

    @Override
    protected String getDescription(MBeanOperationInfo operation, MBeanParameterInfo parameter, int sequence) {
        return "Why, for the log; at most " + ReloadCall.REASON_LIMIT + " characters, may be empty";
    }

    @Override
    protected int getImpact(MBeanOperationInfo operation) {
        return MBeanOperationInfo.ACTION;
    }
}
