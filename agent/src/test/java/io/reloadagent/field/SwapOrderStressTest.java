package io.reloadagent.field;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("2,000 swaps of two fields in two classes, with readers on all cores")
@Timeout(120)
class SwapOrderStressTest {

    private static final int SWAPS = 2_000;

    /** Fewer would mean that the readers hardly ever ran code with a constant built in: nothing to get wrong. */
    private static final int MIN_COMPILATIONS = SWAPS / 10;

    @Test
    @DisplayName("show no reader a new value and then an old one")
    void openedFirst() throws Exception {
        SwapStress.Findings findings = new SwapStress(SwapOrder.OPEN_THEN_PUBLISH).run(SWAPS);

        assertThat(findings.stale()).as("%s", findings).isZero();
        assertThat(findings.compilations()).as("%s", findings).isGreaterThan(MIN_COMPILATIONS);
    }

    @Test
    @DisplayName("do show some, if the version is published before the changed cells are opened: the test can fail")
    void publishedFirst() throws Exception {
        SwapStress.Findings findings = new SwapStress(SwapOrder.PUBLISH_THEN_OPEN).run(SWAPS);

        assertThat(findings.stale()).as("%s", findings).isPositive();
        assertThat(findings.compilations()).as("%s", findings).isGreaterThan(MIN_COMPILATIONS);
    }
}
