package io.reloadagent.field;

import static io.reloadagent.field.Reads.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class VersionsTest {

    private final Versions versions = new Versions("basis 1");
    private Cell number;
    private Cell text;

    @BeforeEach
    void makeCells() throws NoSuchFieldException {
        number = versions.cell(Sample.field("anInt"));
        text = versions.cell(Sample.field("staticString"));
    }

    @Test
    void theFirstVersionHasNumberOneAndNoCell() {
        assertThat(versions.current().number()).isEqualTo(1);
        assertThat(versions.current().basis()).isEqualTo("basis 1");
        assertThat(versions.current().knows(number)).isFalse();
    }

    @Test
    void registeringACellKeepsTheVersionsNumber() {
        Reads.register(versions, number, 5);
        assertThat(versions.current().number()).isEqualTo(1);
        assertThat(versions.current().knows(number)).isTrue();
    }

    @Test
    @DisplayName("a version knows the cells that were registered, not those that were only made before them")
    void knowsRegisteredCellsOnly() {
        Reads.register(versions, text, "b");
        assertThat(versions.current().knows(text)).isTrue();
        assertThat(versions.current().knows(number)).isFalse();
        Reads.registerWithout(versions, number);
        assertThat(versions.current().knows(number)).isTrue();
        assertThat(versions.current().overrides(number)).isFalse();
        assertThat(read(text, "a")).isEqualTo("b");
    }

    @Test
    void aCellIsKnownAfterAResetToo() {
        Reads.register(versions, number, 5);
        Swap.open(versions, versions.current(), "basis 2", Map.of(), List.of(number))
                .commit();
        assertThat(versions.current().knows(number)).isTrue();
    }

    @Test
    @DisplayName(
            "a swap that begins while a cell's first value is being made: the cell gets its value of both versions")
    void swapBeginsMeanwhile() throws Exception {
        Reads.register(versions, text, "b");
        List<Swap> swaps = new ArrayList<>();
        List<Object> compared = new ArrayList<>();
        versions.register(List.of(number), new FirstValues() {
            @Override
            public Map<Cell, Object> of(Object basis) {
                if (swaps.isEmpty()) {
                    swaps.add(Swap.open(versions, versions.current(), "basis 2", Map.of(text, "c"), List.of()));
                }
                return Map.of(number, basis.equals("basis 1") ? 5 : 6);
            }

            @Override
            public boolean differ(Object before, Object after) {
                compared.add(before);
                compared.add(after);
                return true;
            }
        });
        assertThat(compared).containsOnly("basis 1", "basis 2");
        assertThat(read(number, 1)).isEqualTo(5);
        assertThat(swaps.get(0).commit())
                .as("nobody accepted what it would change for that cell")
                .isNull();
        swaps.get(0).show();
        assertThat(read(number, 1)).isEqualTo(6);
    }

    @Test
    @DisplayName("a cell that is registered during a swap gets its value of both versions")
    void registeredDuringSwap() throws Exception {
        Reads.register(versions, number, 5);
        Swap swap = Reads.open(versions, "basis 2", number, 6);
        versions.register(List.of(text), basis -> Map.of(text, "from " + basis));
        assertThat(read(text, "own")).isEqualTo("from basis 1");
        swap.show();
        assertThat(read(text, "own")).isEqualTo("from basis 2");
        assertThat(Reads.<Object>elsewhere(() -> read(text, "own"))).isEqualTo("from basis 1");
        assertThat(swap.commit())
                .as("nobody accepted what it would change for that cell")
                .isNull();
        swap.withdraw();
        assertThat(read(text, "own")).isEqualTo("from basis 1");
        assertThat(read(number, 1)).isEqualTo(5);
    }

    @Test
    void aCellThatIsRegisteredDuringASwapThatChangesNothingForItDoesNotDisturbIt() {
        Reads.register(versions, number, 5);
        Swap swap = Reads.open(versions, "basis 2", number, 6);
        versions.register(List.of(text), new FirstValues() {
            @Override
            public Map<Cell, Object> of(Object basis) {
                return Map.of(text, "the same");
            }

            @Override
            public boolean differ(Object before, Object after) {
                assertThat(List.of(before, after)).containsExactly("basis 1", "basis 2");
                return false;
            }
        });
        assertThat(swap.commit()).isNotNull();
        assertThat(read(text, "own")).isEqualTo("the same");
    }

    @Test
    @DisplayName("first values are found out once, however often a reload that changes nothing for them ends meanwhile")
    void unchangedReloadsMeanwhile() throws Exception {
        List<Object> asked = new ArrayList<>();
        versions.register(List.of(text), new FirstValues() {
            @Override
            public Map<Cell, Object> of(Object basis) {
                asked.add(basis);
                versions.rebase(versions.current(), "basis " + (asked.size() + 1));
                return Map.of(text, "b");
            }

            @Override
            public boolean differ(Object before, Object after) {
                return false;
            }
        });
        assertThat(asked).containsExactly("basis 1");
        assertThat(versions.current().knows(text)).isTrue();
    }

    @Test
    @DisplayName(
            "first values that change each time before they are found out are given up: the thread that reads goes on")
    void neverFoundOut() throws Exception {
        List<Object> asked = new ArrayList<>();
        AtomicInteger givenUp = new AtomicInteger();
        versions.register(List.of(text), new FirstValues() {
            @Override
            public Map<Cell, Object> of(Object basis) {
                asked.add(basis);
                versions.rebase(versions.current(), "basis " + (asked.size() + 1));
                return Map.of(text, "from " + basis);
            }

            @Override
            public void givenUp() {
                givenUp.incrementAndGet();
            }
        });
        assertThat(asked).hasSizeLessThan(20);
        assertThat(givenUp).hasValue(1);
        assertThat(versions.current().knows(text)).isTrue();
        assertThat(versions.current().overrides(text))
                .as("the next reload sees that it does not follow")
                .isFalse();
        assertThat(read(text, "own")).isEqualTo("own");
    }

    @Test
    void aCellThatIsRegisteredDuringASwapThatIsWithdrawnKeepsItsOldValue() {
        Reads.register(versions, number, 5);
        Swap swap = Reads.open(versions, "basis 2", number, 6);
        versions.register(List.of(text), basis -> Map.of(text, "from " + basis));
        swap.withdraw();
        assertThat(read(text, "own")).isEqualTo("from basis 1");
    }

    @Test
    @DisplayName("values that were computed from a basis that is no longer in force are computed again")
    void computedAgain() {
        Reads.register(versions, number, 5);
        List<Object> asked = new ArrayList<>();
        versions.register(List.of(text), basis -> {
            asked.add(basis);
            if (asked.size() == 1) {
                Reads.open(versions, "basis 2", number, 6).commit();
            }
            return Map.of(text, "from " + basis);
        });
        assertThat(asked).containsExactly("basis 1", "basis 2");
        assertThat(read(text, "own")).isEqualTo("from basis 2");
        assertThat(read(number, 1)).isEqualTo(6);
    }

    @Test
    void aRegistrationInBetweenDoesNotMakeAnotherBeginAnew() {
        List<Object> asked = new ArrayList<>();
        versions.register(List.of(text), basis -> {
            asked.add(basis);
            Reads.register(versions, number, 5);
            return Map.of(text, "b");
        });
        assertThat(asked).hasSize(1);
        assertThat(read(text, "a")).isEqualTo("b");
        assertThat(read(number, 1)).isEqualTo(5);
    }

    @Test
    void rebasingKeepsNumberAndValues() {
        Reads.register(versions, number, 5);
        assertThat(versions.rebase(versions.current(), "basis 2")).isTrue();
        assertThat(versions.current().number()).isEqualTo(1);
        assertThat(read(number, 1)).isEqualTo(5);
        versions.register(List.of(text), basis -> Map.of(text, "from " + basis));
        assertThat(read(text, "own")).isEqualTo("from basis 2");
    }

    @Test
    void rebasingIsRefusedIfCellsWereRegisteredSince() {
        Version seen = versions.current();
        Reads.register(versions, number, 5);
        assertThat(versions.rebase(seen, "basis 2")).isFalse();
        assertThat(versions.current().basis()).isEqualTo("basis 1");
    }
}
