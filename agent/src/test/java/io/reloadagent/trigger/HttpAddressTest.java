package io.reloadagent.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.reloadagent.report.CapturedLog;
import io.reloadagent.report.Level;
import io.reloadagent.settings.HttpAddress;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpAddressTest {

    @TempDir
    Path directory;

    private final CapturedLog captured = new CapturedLog(Level.INFO);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1:7099",
                "127.8.8.8:0",
                "[::1]:7099",
                "localhost:65535",
                "LOCALHOST:1",
                " [0:0:0:0:0:0:0:1]:1"
            })
    @DisplayName("a loopback address with a port is taken")
    void loopback(String text) {
        assertThat(HttpAddress.parse(text).socketAddress().getAddress().isLoopbackAddress())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0.0.0.0:7099", "[::]:7099", "192.168.1.1:7099", "[2001:db8::1]:7099", "[::ffff:10.0.0.1]:1"})
    @DisplayName("a wider bind is refused, with the reason and what to do")
    void wide(String text) {
        assertThat(startedAt(text)).isEqualTo(-1);
        assertThat(captured.lines())
                .singleElement()
                .asString()
                .contains(" WARN HTTP is off: http.address '" + text + "' can be reached from other machines")
                .contains("http.tls.key-store")
                .contains("127.0.0.1:7099");
        assertThat(directory).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7099",
                "127.0.0.1",
                "127.0.0.1:",
                ":7099",
                "127.0.0.1:70000",
                "127.0.0.1:-1",
                "127.1:7099",
                "0x7f000001:1",
                "evil.example:7099",
                "localhost.:1",
                "::1:7099",
                "[::1%lo]:1",
                "[zz]:1",
                "[:::::]:1",
                "http://127.0.0.1:7099",
                "999.0.0.1:1"
            })
    @DisplayName("anything else is refused, and no name is looked up")
    void malformed(String text) {
        assertThatThrownBy(() -> HttpAddress.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "' is not an IP address and a port");
    }

    @Test
    @DisplayName("HTTP is off unless an address is configured: nothing listens, no token is made")
    void off() {
        assertThat(startedAt("")).isEqualTo(-1);
        assertThat(captured.lines()).isEmpty();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    @DisplayName("it listens at the IPv6 loopback address, and answers to [::1]")
    void ipv6() throws Exception {
        assumeTrue(
                NetworkInterface.networkInterfaces()
                        .flatMap(NetworkInterface::inetAddresses)
                        .anyMatch(address -> address instanceof Inet6Address && address.isLoopbackAddress()),
                "no IPv6 here");
        int port = startedAt("[::1]:0");
        assertThat(port).isPositive();
        assertThat(HttpAddress.parse("[::1]:0").hostHeaders(port))
                .containsExactlyInAnyOrder("[::1]:" + port, "localhost:" + port);
    }

    @Test
    @DisplayName("a port in use is one warning that says what to do, and nothing is thrown")
    void portTaken() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(startedAt("127.0.0.1:" + other.getLocalPort())).isEqualTo(-1);
        }
        assertThat(captured.lines())
                .singleElement()
                .asString()
                .contains(" WARN HTTP is off: cannot listen at 127.0.0.1:")
                .contains("choose another port in http.address");
    }

    private int startedAt(String address) {
        TokenFile tokenFile = new TokenFile(directory.resolve("private/token"));
        try (HttpTrigger trigger = new HttpTrigger(address, tokenFile, new Reloads(), Duration.ZERO, captured.log())) {
            trigger.start();
            return trigger.port();
        }
    }
}
