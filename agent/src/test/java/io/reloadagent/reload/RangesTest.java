package io.reloadagent.reload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RangesTest {

    @Test
    void numbersNextToEachOtherAreToldByTheFirstAndTheLast() {
        assertThat(of(7)).isEqualTo("7");
        assertThat(of(2, 1)).isEqualTo("1 to 2");
        assertThat(of(1, 4, 5, 6, 9, 4)).isEqualTo("1, 4 to 6 and 9");
        assertThat(of(1, 3)).isEqualTo("1 and 3");
        assertThat(Ranges.of(List.of())).isEmpty();
    }

    private static String of(long... numbers) {
        return Ranges.of(LongStream.of(numbers).boxed().toList());
    }
}
