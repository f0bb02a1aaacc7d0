package io.reloadagent.field;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("Swaps of two fields in two classes, with readers on all cores")
@Timeout(300)
class SwapOrderStressTest {

    @Test
    @DisplayName("show no reader a new value and then an old one, in 2,000 of them")
    void openedFirst() throws Exception {
        assertThat(staleReads(2_000, SwapOrder.OPEN_THEN_PUBLISH)).isZero();
    }

    @Test
    @DisplayName(
            "do show some already in 200, if the version is published before the changed cells are opened: the test can fail")
    void publishedFirst() throws Exception {
        assertThat(staleReads(200, SwapOrder.PUBLISH_THEN_OPEN)).isPositive();
    }

    private static long staleReads(int swaps, SwapOrder order) throws Exception {
        SwapStress.Findings findings = new SwapStress(order).run(swaps);
        assertThat(findings.compilations())
                .as("compilations of the readers, without which they never ran code with a constant built in")
                .isGreaterThan(swaps / 10);
        return findings.stale();
    }
}
