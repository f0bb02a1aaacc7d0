package io.reloadagent.reload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.reloadagent.source.Problem;
import io.reloadagent.source.SourceException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ReadingTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofMillis(50);

    private final Reading reading = new Reading();

    @Test
    void whatItFindsAndWhatItThrowsComesThrough() throws Exception {
        assertThat(reading.within(LONG, "source a", () -> 5)).isEqualTo(5);
        SourceException refusal = new SourceException(SourceException.Kind.INVALID, new Problem(null, null, "no"));
        assertThatThrownBy(() -> reading.within(LONG, "source a", () -> {
                    throw refusal;
                }))
                .isSameAs(refusal);
        assertThatThrownBy(() -> reading.within(LONG, "source a", () -> {
                    throw new StackOverflowError("deep");
                }))
                .isInstanceOf(StackOverflowError.class);
    }

    private static int hang(CountDownLatch end) {
        Uninterruptible.await(end);
        return 0;
    }

    @Test
    void oneThatHangsIsLeftBehindAndSoManyAreToleratedUntilTheyEnd() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        for (int i = 0; i < 4; i++) {
            assertThatThrownBy(() -> reading.within(SHORT, "source a", () -> hang(end)))
                    .isInstanceOf(SourceException.class)
                    .hasMessageContaining("source a: not read and parsed within 50 ms");
        }
        assertThatThrownBy(() -> reading.within(LONG, "source a", () -> 5))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("4 earlier readings have not ended");
        end.countDown();
        await().ignoreException(SourceException.class).until(() -> reading.within(LONG, "source a", () -> 5) == 5);
    }
}
