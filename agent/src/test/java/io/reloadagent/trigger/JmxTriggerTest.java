package io.reloadagent.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.reloadagent.reload.Outcome;
import io.reloadagent.reload.Request;
import io.reloadagent.reload.Scope;
import io.reloadagent.reload.Trigger;
import io.reloadagent.report.CapturedLog;
import io.reloadagent.report.Event;
import io.reloadagent.report.Level;
import io.reloadagent.source.Path;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.management.Attribute;
import javax.management.AttributeNotFoundException;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanServer;
import javax.management.Notification;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class JmxTriggerTest {

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private final CapturedLog captured = new CapturedLog(Level.INFO);
    private final Reloads reloads = new Reloads();
    private final JmxTrigger trigger = new JmxTrigger(reloads, Duration.ZERO, captured.log());
    private ObjectName name;

    @BeforeEach
    void start() throws Exception {
        name = new ObjectName("io.reloadagent:type=ReloadAgent");
        trigger.start();
    }

    @AfterEach
    void close() {
        trigger.close();
    }

    @Test
    @DisplayName("a reload is an operation that returns the result as composite data")
    void reload() throws Exception {
        reloads.next = Reloads.ending(Outcome.REFUSED);

        CompositeData report = reload("more\nconnections");

        assertThat(report.get("outcome")).isEqualTo("REFUSED");
        assertThat(report.get("version")).isEqualTo(7L);
        assertThat(report.get("durationMillis")).isEqualTo(42L);
        assertThat(report.get("reloadId")).isEqualTo("r1");
        assertThat(report.get("message")).isEqualTo("the outcome in a sentence");
        assertThat((String[]) report.get("changes")).containsExactly("database.max_conns: 10 -> 20");
        assertThat((String[]) report.get("problems"))
                .containsExactly("app.yaml:3:5 database.max_conns: expected a whole number");
        assertThat((String[]) report.get("restartRequired")).containsExactly("server.port");
        assertThat((String[]) report.get("skippedModules")).containsExactly("cache");
        assertThat(report.get("failedModule")).isNull();
        assertThat(reloads.requests).singleElement().satisfies(request -> {
            assertThat(request.trigger()).isEqualTo(Trigger.JMX);
            assertThat(request.reason()).isEqualTo("more\nconnections");
        });
        assertThat(captured.lines())
                .anyMatch(line ->
                        line.endsWith("INFO Reload requested by jmx from a JMX client, reason: more\\nconnections"));
    }

    @Test
    @DisplayName("a reason may be missing or empty, but not be longer than 200 characters")
    void reason() throws Exception {
        reload(null);
        reload("");
        reload("x".repeat(200));

        assertThat(reloads.requests).extracting("reason").containsExactly(null, null, "x".repeat(200));
        assertThatThrownBy(() -> reload("x".repeat(201)))
                .isInstanceOf(RuntimeMBeanException.class)
                .cause()
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("200 characters");
    }

    @Test
    @DisplayName("a reload that does not end in time, or fails, is an exception of the JDK without a cause")
    void failures() {
        reloads.next = CompletableFuture.failedFuture(new IOException("internals"));
        assertThatThrownBy(() -> reload("x"))
                .cause()
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessageContaining("internals")
                .hasNoCause();

        reloads.next = new CompletableFuture<>();
        assertThatThrownBy(() -> reload("x"))
                .cause()
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessageContaining("still running")
                .hasNoCause();
        assertThat(reloads.next).isNotDone();
    }

    @Test
    @DisplayName("each event is a notification, with its type, and the CloudEvents document as user data")
    void notifications() throws Exception {
        List<Notification> received = new CopyOnWriteArrayList<>();
        server.addNotificationListener(name, (notification, handback) -> received.add(notification), null, null);
        Event event = Event.started("r1", "http");
        reloads.events.publish(event);

        await().untilAsserted(() -> assertThat(received).hasSize(1));
        Notification notification = received.get(0);
        assertThat(notification.getType()).isEqualTo("com.acme.reload.started");
        assertThat(notification.getSource()).isEqualTo(name);
        assertThat(notification.getTimeStamp()).isEqualTo(event.time().toEpochMilli());
        assertThat((String) notification.getUserData())
                .contains("\"specversion\":\"1.0\"", "\"type\":\"com.acme.reload.started\"");
    }

    @Test
    @DisplayName("A34 the attributes tell what is measured")
    void measured() throws Exception {
        reloads.events.drops("webhook").add(4);

        assertThat(server.getAttribute(name, "ReloadAttempts")).isEqualTo(3L);
        assertThat(server.getAttribute(name, "ReloadFailures")).isEqualTo(1L);
        assertThat(server.getAttribute(name, "BackoffSeconds")).isEqualTo(1.5);
        assertThat(server.getAttribute(name, "LastSuccessTime")).isEqualTo("2027-01-15T08:00:00Z");
        assertThat(server.getAttribute(name, "AbandonedThreads")).isEqualTo(1);
        TabularData dropped = (TabularData) server.getAttribute(name, "DroppedEvents");
        assertThat(dropped.get(new Object[] {"webhook"}).get("value")).isEqualTo(4L);
        TabularData sites = (TabularData) server.getAttribute(name, "Sites");
        assertThat(sites.get(new Object[] {"settled"}).get("value")).isEqualTo(12L);
    }

    @Test
    @DisplayName("the level of the log is an attribute to read, and changed by an operation only")
    void logLevel() throws Exception {
        assertThat(server.getAttribute(name, "LogLevel")).isEqualTo("info");
        assertThatThrownBy(() -> server.setAttribute(name, new Attribute("LogLevel", "debug")))
                .isInstanceOf(AttributeNotFoundException.class);

        String[] signature = {"java.lang.String", "java.lang.String"};
        server.invoke(name, "changeLogLevel", new Object[] {"debug", "ticket"}, signature);
        assertThat(reloads.calls).containsExactly("log DEBUG by jmx a JMX client, ticket");
        assertThatThrownBy(() -> server.invoke(name, "changeLogLevel", new Object[] {"loud", ""}, signature))
                .cause()
                .isExactlyInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("the attributes tell the version and how the last reload ended")
    void attributes() throws Exception {
        assertThat(server.getAttribute(name, "Version")).isEqualTo(1L);
        assertThat(server.getAttribute(name, "LastOutcome")).isNull();
        assertThat(server.getAttribute(name, "LastError")).isNull();
        assertThat(server.getAttribute(name, "LastReloadTime")).isNull();

        reloads.state = States.after(Reloads.result(Outcome.APPLIED));
        assertThat(server.getAttribute(name, "Version")).isEqualTo(7L);
        assertThat(server.getAttribute(name, "LastOutcome")).isEqualTo("APPLIED");
        assertThat(server.getAttribute(name, "LastError")).isNull();
        assertThat(server.getAttribute(name, "LastReloadTime")).isEqualTo("1970-01-01T00:00:00Z");

        reloads.state = States.after(Reloads.result(Outcome.ROLLED_BACK));
        assertThat(server.getAttribute(name, "LastError")).isEqualTo("the outcome in a sentence");
    }

    @Test
    @DisplayName("each dynamic field is shown, as a console shows it, and what else an operator should know")
    void fields() throws Exception {
        CompositeData[] fields = (CompositeData[]) server.getAttribute(name, "Fields");
        assertThat(fields).singleElement().satisfies(field -> {
            assertThat(field.get("field")).isEqualTo("com.acme.Settings.size");
            assertThat(field.get("path")).isEqualTo("acme.size");
            assertThat(field.get("state")).isEqualTo("settled");
            assertThat(field.get("overridden")).isEqualTo(true);
            assertThat(field.get("sites")).isEqualTo(3);
            assertThat(field.get("classes")).isEqualTo(2);
        });
        assertThat((String[]) server.getAttribute(name, "Notes")).isEmpty();

        reloads.state = States.after(Reloads.result(Outcome.APPLIED));
        assertThat((String[]) server.getAttribute(name, "Notes")).containsExactly("attached");
    }

    @Test
    @DisplayName("what changes state is an operation: no attribute can be written; all types are open")
    void openTypes() throws Exception {
        MBeanInfo info = server.getMBeanInfo(name);

        assertThat(info.getDescriptor().getFieldValue("mxbean")).isEqualTo("true");
        assertThat(info.getAttributes()).hasSize(19).noneMatch(attribute -> attribute.isWritable());
        assertThat(info.getAttributes())
                .allSatisfy(attribute ->
                        assertThat(attribute.getDescription()).isNotBlank().isNotEqualTo(attribute.getName()));
        assertThat(info.getOperations())
                .extracting("name")
                .containsExactlyInAnyOrder(
                        "reload",
                        "reloadSections",
                        "dryRun",
                        "rollBack",
                        "closeBreaker",
                        "changeLogLevel",
                        "difference",
                        "stop");
        assertThat(info.getOperations())
                .allSatisfy(operation -> assertThat(operation.getDescription()).isNotBlank());
        assertThat(info.getOperations())
                .filteredOn("name", "reload")
                .singleElement()
                .satisfies(operation -> {
                    assertThat(operation.getImpact()).isEqualTo(MBeanOperationInfo.ACTION);
                    assertThat(operation.getReturnType()).isEqualTo(CompositeData.class.getName());
                    assertThat(operation.getSignature()).extracting("name").containsExactly("reason");
                });
        assertThatThrownBy(() -> server.setAttribute(name, new Attribute("Version", 9L)))
                .isInstanceOf(AttributeNotFoundException.class);
    }

    @Test
    @DisplayName("the operation stop stops the agent")
    void stop() throws Exception {
        server.invoke(name, "stop", new Object[0], new String[0]);

        assertThat(reloads.calls).containsExactly("stop");
    }

    @Test
    @DisplayName("it is unregistered on close, and can be started again")
    void restart() throws Exception {
        trigger.start();
        trigger.close();
        trigger.close();
        assertThat(server.isRegistered(name)).isFalse();

        trigger.start();
        assertThat(server.isRegistered(name)).isTrue();
        assertThat(captured.lines()).isEmpty();
    }

    @Test
    @DisplayName("a second copy of the agent says so in one line and leaves the first alone")
    void secondCopy() throws Exception {
        try (JmxTrigger second = new JmxTrigger(reloads, Duration.ZERO, captured.log())) {
            second.start();
        }

        assertThat(server.isRegistered(name)).isTrue();
        assertThat(captured.lines())
                .singleElement()
                .asString()
                .contains("WARN JMX is off")
                .contains("io.reloadagent:type=ReloadAgent exists already");
    }

    private CompositeData reload(String reason) throws Exception {
        return (CompositeData)
                server.invoke(name, "reload", new Object[] {reason}, new String[] {String.class.getName()});
    }

    @Test
    @DisplayName("sections are reloaded or looked at, versions gone back to, and the breaker reset, by operations")
    void operations() throws Exception {
        String text = String.class.getName();
        server.invoke(name, "reloadSections", new Object[] {"pool, cache", "half"}, new String[] {text, text});
        server.invoke(name, "dryRun", new Object[] {"", null}, new String[] {text, text});
        server.invoke(name, "rollBack", new Object[] {3L, "worse"}, new String[] {"long", text});
        server.invoke(name, "closeBreaker", new Object[] {"mended"}, new String[] {text});

        assertThat(reloads.requests)
                .extracting(Request::scope)
                .containsExactly(
                        Scope.of(List.of(Path.of("cache"), Path.of("pool"))),
                        Scope.EVERYTHING.asDryRun(),
                        Scope.backTo(3));
        assertThat(reloads.calls).containsExactly("close breaker by a JMX client, mended");
        reloads.state = States.after(Reloads.result(Outcome.REFUSED));
        assertThat(server.getAttribute(name, "State")).isEqualTo("BACKING_OFF");
        assertThat((String[]) server.getAttribute(name, "Drift")).containsExactly("acme.size");
    }
}
