package io.reloadagent.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RefusalLimitTest {

    private static final long SECOND = 1_000_000_000L;

    /** Close to the clock's overflow. */
    private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 10 * SECOND);

    private final RefusalLimit limit = new RefusalLimit(nanoTime::get);

    @Test
    @DisplayName("counts by address, and anew in each window")
    void windows() throws Exception {
        assertThat(limit.count(address("10.0.0.1"))).isEqualTo(1);
        assertThat(limit.count(address("10.0.0.1"))).isEqualTo(2);
        assertThat(limit.count(address("10.0.0.2"))).isEqualTo(1);

        nanoTime.addAndGet(59 * SECOND);
        assertThat(limit.count(address("10.0.0.1"))).isEqualTo(3);
        assertThat(limit.secondsLeft(address("10.0.0.1"))).isEqualTo(1);

        nanoTime.addAndGet(SECOND);
        assertThat(limit.count(address("10.0.0.1"))).isEqualTo(1);
        assertThat(limit.secondsLeft(address("10.0.0.1"))).isEqualTo(60);
    }

    @Test
    @DisplayName("all loopback addresses are one")
    void loopback() throws Exception {
        limit.count(address("127.0.0.1"));
        limit.count(address("127.1.2.3"));

        assertThat(limit.count(address("::1"))).isEqualTo(3);
    }

    @Test
    @DisplayName("many addresses do not fill the memory: the least recently seen are forgotten")
    void bounded() throws Exception {
        for (int i = 0; i < 100_000; i++) {
            limit.count(address("10." + (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255)));
        }

        assertThat(limit.count(address("10.0.0.0"))).isEqualTo(1);
        assertThat(limit.count(address("10.1.134.159"))).isEqualTo(2);
    }

    private static InetAddress address(String literal) throws UnknownHostException {
        return InetAddress.getByName(literal);
    }
}
