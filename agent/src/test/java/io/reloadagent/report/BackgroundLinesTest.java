package io.reloadagent.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BackgroundLinesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @Test
    void allIsWrittenInOrder() throws Exception {
        BackgroundLines lines = new BackgroundLines(new PrintStream(written, true, StandardCharsets.UTF_8));
        for (int i = 0; i < 500; i++) {
            lines.accept("line " + i);
        }
        lines.close(PATIENCE);
        assertThat(written.toString(StandardCharsets.UTF_8).lines())
                .hasSize(500)
                .startsWith("line 0", "line 1")
                .endsWith("line 499");
    }

    @Test
    void aStreamThatNobodyReadsHoldsNobodyUp() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch read = new CountDownLatch(1);
        OutputStream blocked = new OutputStream() {
            @Override
            public void write(int b) {
                try {
                    begun.countDown();
                    read.await();
                    written.write(b);
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
        };
        BackgroundLines lines = new BackgroundLines(new PrintStream(blocked, true, StandardCharsets.UTF_8));
        lines.accept("line 0");
        begun.await();
        for (int i = 1; i < 1_500; i++) {
            lines.accept("line " + i);
        }
        read.countDown();
        lines.close(PATIENCE);
        assertThat(written.toString(StandardCharsets.UTF_8).lines())
                .startsWith("line 0")
                .anyMatch(line -> line.matches("\\[reload-agent] 499 lines of the log are missing here: .*"));
    }

    @Test
    void whatComesAfterTheEndIsLost() throws Exception {
        BackgroundLines lines = new BackgroundLines(new PrintStream(written, true, StandardCharsets.UTF_8));
        lines.close(PATIENCE);
        lines.accept("late");
        assertThat(written.size()).isZero();
    }
}
