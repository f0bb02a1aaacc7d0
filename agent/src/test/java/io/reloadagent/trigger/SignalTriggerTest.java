package io.reloadagent.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.reloadagent.reload.Request;
import io.reloadagent.reload.Trigger;
import io.reloadagent.report.CapturedLog;
import io.reloadagent.report.Level;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisplayName("A signal")
@Timeout(60)
@EnabledOnOs({OS.LINUX, OS.MAC})
class SignalTriggerTest {

    /** Does nothing else, and is not ignored in what nohup has started. */
    private static final String NAME = "WINCH";

    private final CapturedLog log = new CapturedLog(Level.INFO);
    private final Reloads first = new Reloads();
    private final Reloads second = new Reloads();

    @Test
    @DisplayName("reloads; a handler that was there before is called, too, and put back at the end")
    void reloads() throws Exception {
        try (SignalTrigger earlier = new SignalTrigger(NAME, first, log.log())) {
            earlier.start();
            raise();
            await().untilAsserted(() -> assertThat(first.requests).hasSize(1));
            Request request = first.requests.get(0);
            assertThat(List.of(request.trigger(), request.actor())).containsExactly(Trigger.SIGNAL, "SIGWINCH");

            try (SignalTrigger later = new SignalTrigger(NAME, second, log.log())) {
                later.start();
                raise();
                await().untilAsserted(() -> assertThat(second.requests).hasSize(1));
                await().untilAsserted(() -> assertThat(first.requests).hasSize(2));
            }
            raise();
            await().untilAsserted(() -> assertThat(first.requests).hasSize(3));
            assertThat(second.requests).hasSize(1);
        }
    }

    @Test
    @DisplayName("that somebody else has taken since stays theirs")
    void takenSince() throws Exception {
        SignalTrigger earlier = new SignalTrigger(NAME, first, log.log());
        earlier.start();
        try (SignalTrigger later = new SignalTrigger(NAME, second, log.log())) {
            later.start();
            earlier.close();
            raise();
            await().untilAsserted(() -> assertThat(second.requests).hasSize(1));
        }
    }

    @Test
    @DisplayName("of the JVM's own is not taken, and the log says so")
    void ofTheJvm() {
        try (SignalTrigger quit = new SignalTrigger("QUIT", first, log.log())) {
            quit.start();
            assertThat(log.text()).contains("WARN reload.signal is off: Signal already used by VM or OS: SIGQUIT");
        }
    }

    private static void raise() throws IOException, InterruptedException {
        String pid = String.valueOf(ProcessHandle.current().pid());
        assertThat(new ProcessBuilder("kill", "-" + NAME, pid).start().waitFor())
                .isZero();
    }
}
