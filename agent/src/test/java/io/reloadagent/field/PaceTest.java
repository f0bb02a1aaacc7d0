package io.reloadagent.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaceTest {

    private long millis;
    private final List<Long> rests = new ArrayList<>();
    private final List<Integer> done = new ArrayList<>();

    private final Pace pace = new Pace(
            () -> TimeUnit.MILLISECONDS.toNanos(millis), nanos -> rests.add(TimeUnit.NANOSECONDS.toMillis(nanos)));

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    private void take(int number, int tookMillis) {
        millis += tookMillis;
        done.add(number);
    }

    @Test
    void whatCostsNothingIsDoneInOneGo() {
        pace.all(numbers(10_000), number -> take(number, 0));
        assertThat(done).isEqualTo(numbers(10_000));
        assertThat(rests).isEmpty();
    }

    @Test
    void afterEachBurstItRestsForAsLong_butNotAfterTheLast() {
        pace.all(numbers(6), number -> take(number, 1));
        assertThat(done).isEqualTo(numbers(6));
        assertThat(rests).containsExactly(2L, 2L);
    }

    @Test
    void oneThatTakesLongIsABurstOfItsOwn() {
        pace.all(numbers(3), number -> take(number, 30));
        assertThat(done).isEqualTo(numbers(3));
        assertThat(rests).containsExactly(30L, 30L);
    }

    @Test
    void allRestsTogetherAreNotLongerThanHalfASecond() {
        pace.all(numbers(10_000), number -> take(number, 1));
        assertThat(done).isEqualTo(numbers(10_000));
        assertThat(rests.stream().mapToLong(rest -> rest).sum()).isEqualTo(500);
    }

    @Test
    void oneBurstDoesAtLeastOne_andReturnsWhatItDid() {
        assertThat(pace.burst(numbers(5), number -> take(number, 1))).containsExactly(0, 1);
        assertThat(pace.burst(numbers(5), number -> take(number, 9))).containsExactly(0);
        assertThat(pace.burst(List.<Integer>of(), number -> take(number, 9))).isEmpty();
    }
}
