package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("ZooKeeper's own server, that follows its own zoo.cfg by rules alone while clients are connected")
class ZooKeeperIT {

    private static final List<Path> ZOOKEEPER = Libraries.of("zookeeper");
    private static final int SECOND_LIMIT = 2;

    @OnOldestAndNewest
    @DisplayName("takes as many connections, and as much data, as the file says now")
    void limits(Jdk jdk, @TempDir Path directory) throws IOException {
        int port = FreePort.find();
        Workspace workspace = new Workspace(directory)
                .configuration(
                        "sources:",
                        "  - {file: zoo.cfg, format: properties}",
                        "dynamic:",
                        "  - class: org.apache.zookeeper.server.NIOServerCnxnFactory",
                        "    fields: [maxClientCnxns]",
                        "  - class: org.apache.jute.BinaryInputArchive",
                        "    fields: {maxBuffer: jute.maxbuffer}");
        zooCfg(workspace, port, "maxClientCnxns=" + SECOND_LIMIT);
        try (Application server = server().withConfiguration().start(jdk, workspace);
                Application client = client(directory, port).start(jdk, workspace);
                Socket second = connected(port)) {
            List<String> session = client.ask("session");
            assertThat(client.ask("write 1000")).containsExactly("length 1000");
            assertThat(second.isConnected()).isTrue();
            assertThat(isServed(port)).isFalse();
            zooCfg(workspace, port, "maxClientCnxns=20");
            await("one more client").atMost(Application.PATIENCE).until(() -> isServed(port));

            assertThat(client.ask("write 2000000")).containsExactly("CONNECTIONLOSS");
            zooCfg(workspace, port, "maxClientCnxns=20", "jute.maxbuffer=4000000");
            server.awaitStderr("1 change: jute.maxbuffer");
            assertThat(written(client)).isEqualTo("length 2000000");
            assertThat(client.ask("session")).isEqualTo(session);
        }
    }

    private static Launch server() {
        return Launch.of("org.apache.zookeeper.server.ZooKeeperServerMain", ZOOKEEPER.toArray(Path[]::new))
                .option("-Dzookeeper.nio.sessionlessCnxnTimeout=120000")
                .arguments("zoo.cfg");
    }

    private static void zooCfg(Workspace workspace, int port, String... settings) {
        Stream<String> always = Stream.of(
                "dataDir=data", "clientPortAddress=127.0.0.1", "clientPort=" + port, "admin.enableServer=false");
        workspace.replace("zoo.cfg", Stream.concat(always, Stream.of(settings)).toArray(String[]::new));
    }

    private static Launch client(Path directory, int port) {
        List<Path> classPath = Stream.concat(Stream.of(Launch.APPLICATIONS), ZOOKEEPER.stream())
                .toList();
        Path classes = new Compilation("zookeeper", 8, classPath).into(directory.resolve("client"));
        return Launch.of(
                        "com.acme.client.ClientMain",
                        Stream.concat(Stream.of(classes), classPath.stream()).toArray(Path[]::new))
                .arguments("127.0.0.1:" + port);
    }

    /** The client is connected anew meanwhile, with the same session, and says so as long as it is not. */
    private static String written(Application client) {
        return await("two million bytes")
                .atMost(Application.PATIENCE)
                .until(() -> client.ask("write 2000000").get(0), answer -> !answer.equals("CONNECTIONLOSS"));
    }

    private static Socket connected(int port) {
        return await("a connection")
                .atMost(Application.PATIENCE)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> new Socket(InetAddress.getLoopbackAddress(), port), Socket::isConnected);
    }

    /** Whether the server answers one client more how it is, by ZooKeeper's command of four letters. */
    private static boolean isServed(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write("srvr".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                    .startsWith("Zookeeper version");
        } catch (SocketException refused) {
            return false;
        }
    }
}
