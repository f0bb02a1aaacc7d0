package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.tools.attach.VirtualMachine;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanFeatureInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import javax.management.MBeanServerConnection;
import javax.management.Notification;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.OpenType;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("From a JMX console")
class JmxConsoleIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NAME = "io.reloadagent:type=ReloadAgent";
    private static final Path JOLOKIA = Libraries.jar("agents", "jolokia-agent-jvm-javaagent.jar");
    private static final Set<String> TELLING = Set.of("difference", "dryRun");

    private static final Launch SERVICE = Launch.annotated("com.acme.service.ServiceMain")
            .withSource("reload.watch=false", "reload.settle=20ms", "history.dir=history");

    @OnOldestAndNewest
    @DisplayName("that attaches as jconsole does, everything can be read, is described, and is of open types")
    void browse(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("service: {a: 1}");
        try (Application service = SERVICE.start(jdk, workspace)) {
            service.awaitSeen("a", 1);
            try (JMXConnector connector = connect(service)) {
                MBeanServerConnection beans = connector.getMBeanServerConnection();
                ObjectName name = awaitBean(beans);
                LinkedBlockingQueue<Notification> notifications = new LinkedBlockingQueue<>();
                beans.addNotificationListener(
                        name, (notification, back) -> notifications.add(notification), null, null);
                assertReadable(beans, name);
                MBeanInfo info = beans.getMBeanInfo(name);
                assertDescribed(info);

                workspace.source("service: {a: 2}");
                CompositeData result =
                        (CompositeData) beans.invoke(name, "reload", new Object[] {"console"}, types(String.class));
                assertThat(result.get("outcome")).isEqualTo("APPLIED");
                service.awaitSeen("a", 1, 2);
                assertThat(notifications.poll(20, TimeUnit.SECONDS)).satisfies(event -> {
                    assertThat(event.getType()).isEqualTo("reload.started");
                    assertThat(event.getMessage()).isNotBlank();
                    JsonNode document = JSON.readTree((String) event.getUserData());
                    assertThat(document.path("data").path("trigger").asText()).isEqualTo("jmx");
                });

                workspace.source("service: {a: much}");
                result = (CompositeData)
                        beans.invoke(name, "dryRun", new Object[] {"", ""}, types(String.class, String.class));
                assertThat(result.get("outcome")).isEqualTo("REFUSED");
                result = (CompositeData)
                        beans.invoke(name, "rollBack", new Object[] {1L, ""}, types(long.class, String.class));
                assertThat(result.get("outcome")).isEqualTo("APPLIED");
                assertThat((String[])
                                beans.invoke(name, "difference", new Object[] {1L, 2L}, types(long.class, long.class)))
                        .containsExactly("service.a: 1 -> 2");
                assertReadable(beans, name);
            }
        }
    }

    @OnOldestAndNewest
    @DisplayName("nothing of the agent is there where jmx.enabled is false; the rest goes on")
    void disabled(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("service: {a: 1}");
        Launch without = Launch.annotated("com.acme.service.ServiceMain")
                .withSource("jmx.enabled=false", "http.address=127.0.0.1:0", "http.token-file=token");
        try (Application service = without.start(jdk, workspace)) {
            AgentHttp http = AgentHttp.of(service, workspace);
            service.awaitSeen("a", 1);
            try (JMXConnector connector = connect(service)) {
                MBeanServerConnection beans = connector.getMBeanServerConnection();
                ObjectName all = new ObjectName("io.reloadagent*:*");
                await().atMost(Application.PATIENCE)
                        .during(Duration.ofSeconds(3))
                        .until(() -> beans.queryNames(all, null).isEmpty());
                workspace.source("service: {a: 2}");
                service.awaitSeen("a", 1, 2);
                assertThat(beans.queryNames(all, null)).isEmpty();
                assertThat(http.status().path("version").asInt()).isEqualTo(2);
            }
        }
    }

    @OnEveryModernJdk
    @DisplayName("Jolokia's agent, before ours or after it, reads the attributes and reloads")
    void jolokia(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("service: {a: 1}");
        Launch application = Launch.annotated("com.acme.service.ServiceMain");
        String jolokia = "-javaagent:" + JOLOKIA + "=port=0,host=127.0.0.1,discoveryEnabled=false";
        List<Launch> orders = List.of(
                application.option(jolokia).withSource("reload.watch=false"),
                application.withSource("reload.watch=false").option(jolokia));
        for (Launch order : orders) {
            workspace.source("service: {a: 1}");
            try (Application service = order.start(jdk, workspace)) {
                service.awaitSeen("a", 1);
                URI address = jolokiaOf(service);
                await().atMost(Application.PATIENCE)
                        .untilAsserted(() -> assertThat(ask(address, "read", "\"attribute\":\"Version\"")
                                        .path("value")
                                        .asInt())
                                .isEqualTo(1));
                JsonNode all = ask(address, "read", "\"attribute\":[]");
                assertThat(all.path("value").path("Fields")).isNotEmpty();
                assertThat(all.path("value").path("State").asText()).isEqualTo("READY");

                workspace.source("service: {a: 2}");
                JsonNode reload = ask(address, "exec", "\"operation\":\"reload\",\"arguments\":[\"by Jolokia\"]");
                assertThat(reload.path("status").asInt()).as(reload.toString()).isEqualTo(200);
                assertThat(reload.path("value").path("outcome").asText()).isEqualTo("APPLIED");
                service.awaitSeen("a", 1, 2);
            }
        }
    }

    @SuppressWarnings("BanJNDI") // the address is that of a JVM which the test has started
    private static JMXConnector connect(Application application) throws Exception {
        VirtualMachine machine = VirtualMachine.attach(String.valueOf(application.pid()));
        try {
            return JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()));
        } finally {
            machine.detach();
        }
    }

    private static ObjectName awaitBean(MBeanServerConnection beans) throws Exception {
        ObjectName all = new ObjectName("io.reloadagent*:*");
        await().atMost(Application.PATIENCE)
                .until(() -> !beans.queryNames(all, null).isEmpty());
        Set<ObjectName> names = beans.queryNames(all, null);
        assertThat(names).extracting(ObjectName::toString).containsExactly(NAME);
        return names.iterator().next();
    }

    private static void assertReadable(MBeanServerConnection beans, ObjectName name) throws Exception {
        for (MBeanAttributeInfo attribute : beans.getMBeanInfo(name).getAttributes()) {
            Object value = beans.getAttribute(name, attribute.getName());
            OpenType<?> type = (OpenType<?>) attribute.getDescriptor().getFieldValue("openType");
            assertThat(type).as(attribute.getName()).isNotNull();
            assertThat(value == null || type.isValue(value))
                    .as(attribute + " is " + value)
                    .isTrue();
            assertThat(attribute.isReadable()).isTrue();
            assertThat(attribute.isWritable()).isFalse();
        }
    }

    private static void assertDescribed(MBeanInfo info) {
        assertThat(info.getDescription()).contains("Reload Agent");
        assertThat(info.getAttributes()).isNotEmpty().allSatisfy(JmxConsoleIT::assertDescribed);
        assertThat(info.getNotifications()).hasSize(1).allSatisfy(JmxConsoleIT::assertDescribed);
        assertThat(info.getOperations()).isNotEmpty();
        for (MBeanOperationInfo operation : info.getOperations()) {
            assertDescribed(operation);
            assertThat(operation.getDescriptor().getFieldValue("openType")).isInstanceOf(OpenType.class);
            assertThat(operation.getImpact())
                    .as(operation.getName())
                    .isEqualTo(
                            TELLING.contains(operation.getName())
                                    ? MBeanOperationInfo.INFO
                                    : MBeanOperationInfo.ACTION);
            for (MBeanParameterInfo parameter : operation.getSignature()) {
                assertDescribed(parameter);
                assertThat(parameter.getName()).as(operation.getName()).doesNotMatch("(p|arg)?\\d+");
                assertThat(parameter.getDescriptor().getFieldValue("openType")).isInstanceOf(OpenType.class);
            }
        }
        assertThat(info.getOperations())
                .extracting(MBeanOperationInfo::getDescription)
                .doesNotHaveDuplicates();
    }

    private static void assertDescribed(MBeanFeatureInfo feature) {
        assertThat(feature.getDescription()).as(feature.getName()).isNotBlank().isNotEqualTo(feature.getName());
    }

    private static String[] types(Class<?>... types) {
        return List.of(types).stream().map(Class::getName).toArray(String[]::new);
    }

    private static URI jolokiaOf(Application service) {
        String started = "Agent started with URL ";
        service.awaitStarted(started);
        String line = service.stdout().stream()
                .filter(each -> each.contains(started))
                .findFirst()
                .orElseThrow();
        return URI.create(line.substring(line.indexOf("http://")).trim());
    }

    private static JsonNode ask(URI address, String type, String more) throws Exception {
        String request = "{\"type\":\"" + type + "\",\"mbean\":\"" + NAME + "\"," + more + "}";
        return JSON.readTree(HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(request))
                                .build(),
                        BodyHandlers.ofString())
                .body());
    }
}
