package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.reloadagent.it.Verbs.Ended;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("HTTP with TLS")
class HttpTlsIT {

    private static final Pattern LISTENS = Pattern.compile("HTTP listens at (https://\\S+), token in");
    private static final int SLOW_CLIENTS = 60;

    private static Launch service(String... settings) {
        List<String> all = new ArrayList<>(List.of(
                "reload.watch=false",
                "reload.check-interval=200ms",
                "http.token-file=token",
                "http.tls.key-store=server.p12",
                "http.tls.key-store-password-file=server.password"));
        for (String setting : settings) {
            all.removeIf(other -> setting.startsWith(other.substring(0, other.indexOf('=') + 1)));
            all.add(setting);
        }
        return Launch.annotated("com.acme.service.ServiceMain").withSource(all.toArray(new String[0]));
    }

    private static URI address(Application service) {
        Matcher line = LISTENS.matcher(service.awaitStderr("HTTP listens at"));
        assertThat(line.find()).as(service.toString()).isTrue();
        return URI.create(line.group(1));
    }

    @OnOldestAndNewest
    @DisplayName("takes a new certificate while it listens, keeps the old one when the new one is broken, and says so")
    void newCertificate(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("service: {a: 1}");
        KeyFile server = KeyFile.make(workspace, "server");
        KeyFile next = KeyFile.make(workspace, "next");
        SSLContext trustsBoth = KeyFile.client(null, server.certificate(), next.certificate());
        BigInteger nextNumber = next.certificate().getSerialNumber();
        BigInteger firstNumber = server.certificate().getSerialNumber();
        try (Application service = service("http.address=127.0.0.1:0").start(jdk, workspace)) {
            URI address = address(service);
            assertThat(get(trustsBoth, address, workspace).statusCode()).isEqualTo(200);
            assertThat(serial(trustsBoth, address)).isEqualTo(firstNumber);
            assertThatThrownBy(() -> get(KeyFile.client(null, next.certificate()), address, workspace))
                    .isInstanceOf(IOException.class);
            try (InputStream events = events(trustsBoth, address, workspace)) {
                next.replace(server);
                await().ignoreExceptions()
                        .atMost(Application.PATIENCE)
                        .untilAsserted(
                                () -> assertThat(serial(trustsBoth, address)).isEqualTo(nextNumber));
                assertThat(events.read()).isEqualTo('r');
            }

            Files.writeString(workspace.file("server.p12"), "no key store");
            await().ignoreExceptions()
                    .atMost(Application.PATIENCE)
                    .untilAsserted(
                            () -> assertThat(get(trustsBoth, address, workspace).body())
                                    .contains("HTTP keeps the certificate that it has: http.tls.key-store "
                                            + workspace.file("server.p12")));
            assertThat(serial(trustsBoth, address)).isEqualTo(nextNumber);
            KeyFile.make(workspace, "third").replace(server);
            await().ignoreExceptions()
                    .atMost(Application.PATIENCE)
                    .untilAsserted(() -> assertThat(serial(KeyFile.client(null, server.certificate()), address))
                            .isNotEqualTo(nextNumber));
            service.endInput();
            assertThat(service.awaitExit()).isZero();
            assertThat(service.stderr()).noneMatch(line -> line.contains(KeyFile.PASSWORD));
        }
    }

    @OnOldestAndNewest
    @DisplayName("is no way in for plain HTTP, and not blocked by clients that begin a handshake and do not go on")
    void strangers(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("service: {a: 1}");
        KeyFile server = KeyFile.make(workspace, "server");
        SSLContext trusting = KeyFile.client(null, server.certificate());
        List<Socket> slow = new ArrayList<>();
        try (Application service = service("http.address=127.0.0.1:0").start(jdk, workspace)) {
            URI address = address(service);
            RawHttp plain = RawHttp.of(address, workspace, "token");
            assertThat(sendPlain(plain)).doesNotContain("HTTP/1.1");
            for (String version : List.of("TLSv1.2", "TLSv1.3")) {
                assertThat(handshake(trusting, address, version)).isEqualTo(version);
            }
            for (int i = 0; i < SLOW_CLIENTS; i++) {
                Socket socket = plain.connect();
                socket.getOutputStream().write(new byte[] {22, 3, 1, 2});
                slow.add(socket);
            }
            assertThat(get(trusting, address, workspace).statusCode()).isEqualTo(200);
            service.endInput();
            assertThat(service.awaitExit()).isZero();
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @OnOldestAndNewest
    @DisplayName(
            "listens at all addresses under the names it is given, to clients with a certificate of their own only")
    void clientCertificates(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("service: {a: 1}");
        KeyFile server = KeyFile.make(workspace, "server");
        KeyFile client = KeyFile.make(workspace, "client");
        KeyFile foreign = KeyFile.make(workspace, "foreign");
        client.pem(workspace, "clients.pem");
        Path trusted = server.pem(workspace, "server.pem");
        try (Application service = service(
                        "http.address=0.0.0.0:0",
                        "http.hosts=localhost app.example.com",
                        "http.tls.client-auth=need",
                        "http.tls.trust-store=clients.pem")
                .start(jdk, workspace)) {
            URI address = URI.create("https://localhost:" + address(service).getPort());
            assertThat(get(KeyFile.client(client, server.certificate()), address, workspace)
                            .statusCode())
                    .isEqualTo(200);
            assertThatThrownBy(() -> get(KeyFile.client(null, server.certificate()), address, workspace))
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> get(KeyFile.client(foreign, server.certificate()), address, workspace))
                    .isInstanceOf(IOException.class);
            URI byNumber = URI.create("https://127.0.0.1:" + address.getPort());
            assertThat(get(KeyFile.client(client, server.certificate()), byNumber, workspace)
                            .statusCode())
                    .isEqualTo(421);

            Verbs verbs = Verbs.of(TestJdks.all().findFirst().orElseThrow(), workspace, address);
            Ended health = verbs.run(
                    "health",
                    "--trust-store",
                    trusted.toString(),
                    "--key-store",
                    client.store().toString(),
                    "--key-store-password-file",
                    client.password().toString());
            assertThat(health.exitCode()).as(health.toString()).isZero();
            Ended unknown = verbs.run("health");
            assertThat(unknown.exitCode()).isEqualTo(3);
            assertThat(unknown.err()).anyMatch(line -> line.contains("--trust-store"));
        }
    }

    @OnOldestAndNewest
    @DisplayName("is what other machines need: without it, or where the port is taken, HTTP is off, and status says so")
    void off(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("service: {a: 1}");
        KeyFile.make(workspace, "server");
        Files.setPosixFilePermissions(workspace.file("server.password"), PosixFilePermissions.fromString("rw-r--r--"));
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String taken = "http.address=127.0.0.1:" + other.getLocalPort();
            assertOff(jdk, workspace, "cannot listen at 127.0.0.1:", taken, "http.tls.key-store=");
        }
        assertOff(jdk, workspace, "needs TLS: set http.tls.key-store", "http.address=0.0.0.0:0", "http.tls.key-store=");
        assertOff(jdk, workspace, "others may know the password; chmod 600", "http.address=127.0.0.1:0");
    }

    private static void assertOff(Jdk jdk, Workspace workspace, String why, String... settings) {
        workspace.source("service: {a: 1}");
        try (Application service = service(settings).start(jdk, workspace)) {
            assertThat(service.awaitStderr("HTTP is off")).contains(why);
            Ended status = Verbs.local(TestJdks.all().findFirst().orElseThrow(), workspace)
                    .run("status", String.valueOf(service.pid()));
            assertThat(String.join("\n", status.out())).as(status.toString()).contains("HTTP is off: ", why);
            workspace.source("service: {a: 2}");
            service.awaitAnswer("jmx-attribute Version", version -> version.containsExactly("1"));
            assertThat(service.ask("jmx off")).startsWith("APPLIED");
            service.awaitSeen("a", 1, 2);
        }
    }

    private static String sendPlain(RawHttp plain) {
        try {
            return plain.send(plain.request("GET /admin/status"));
        } catch (IOException reset) {
            return reset.toString();
        }
    }

    private static HttpResponse<String> get(SSLContext context, URI address, Workspace workspace)
            throws IOException, InterruptedException {
        return HttpClient.newBuilder()
                .sslContext(context)
                .build()
                .send(request(address, "status", workspace), BodyHandlers.ofString());
    }

    private static InputStream events(SSLContext context, URI address, Workspace workspace)
            throws IOException, InterruptedException {
        return HttpClient.newBuilder()
                .sslContext(context)
                .build()
                .send(request(address, "events", workspace), BodyHandlers.ofInputStream())
                .body();
    }

    private static HttpRequest request(URI address, String what, Workspace workspace) throws IOException {
        return HttpRequest.newBuilder(address.resolve("/admin/" + what))
                .header(
                        "Authorization",
                        "Bearer " + Files.readString(workspace.file("token")).trim())
                .build();
    }

    private static BigInteger serial(SSLContext context, URI address) throws Exception {
        try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", address.getPort())) {
            socket.startHandshake();
            return ((X509Certificate) socket.getSession().getPeerCertificates()[0]).getSerialNumber();
        }
    }

    private static String handshake(SSLContext context, URI address, String version) throws IOException {
        try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", address.getPort())) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setProtocols(new String[] {version});
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return socket.getSession().getProtocol();
        }
    }
}
