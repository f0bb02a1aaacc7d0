package io.reloadagent.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BoundTest {

    private static final long MIB = 1024 * 1024;

    @Test
    void aSmallHeapBearsLessAndIsNamed() {
        Bound values = Bound.of(1_000_000, 2048, "values", 256 * MIB);
        assertThat(values.most()).isEqualTo(131_072);
        assertThat(values).hasToString("131,072 values, the most for a heap of 256 MiB");
        Bound bytes = Bound.bytes(10 * (int) MIB, 228 * MIB);
        assertThat(bytes.most()).isEqualTo(228 * (int) MIB / 24);
        assertThat(bytes).hasToString("9.5 MiB, the most for a heap of 228 MiB");
        assertThat(Bound.bytes(10 * (int) MIB, 16 * MIB)).hasToString("682 KiB, the most for a heap of 16 MiB");
    }

    @Test
    void aLargeOneBearsTheMostThatThereIs() {
        assertThat(Bound.of(1_000_000, 2048, "values", Long.MAX_VALUE)).hasToString("1,000,000 values");
        assertThat(Bound.of(1_000_000, 2048, "values", 2048 * MIB).most()).isEqualTo(1_000_000);
        assertThat(Bound.bytes(10 * (int) MIB, 240 * MIB)).hasToString("10 MiB");
        assertThat(Bound.bytes(10 * (int) MIB, 240 * MIB).most()).isEqualTo(10 * (int) MIB);
    }
}
