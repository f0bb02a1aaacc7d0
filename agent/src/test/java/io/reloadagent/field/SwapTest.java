package io.reloadagent.field;

import static io.reloadagent.field.Reads.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try")
class SwapTest {

    private final Versions versions = new Versions("basis 1");
    private Cell number;
    private Cell text;

    @BeforeEach
    void registerCells() throws NoSuchFieldException {
        number = versions.cell(Sample.field("anInt"));
        text = versions.cell(Sample.field("staticString"));
        Reads.register(versions, number, 5);
        Reads.register(versions, text, "five");
        Reads.settle(versions, List.of(number, text));
    }

    private Swap open() {
        return Swap.open(
                versions, versions.current(), "basis 2", Map.<Cell, Object>of(number, 6, text, "six"), List.of());
    }

    @Test
    void whileItIsOpenEveryThreadReadsTheOldValues() throws Exception {
        open();
        assertThat(read(number, 1)).isEqualTo(5);
        assertThat(Reads.<Object>elsewhere(() -> read(text, "own"))).isEqualTo("five");
        assertThat(versions.current().number()).isEqualTo(1);
    }

    @Test
    @DisplayName("A28 only the thread that runs the callback sees the candidate")
    void scope() throws Exception {
        Swap swap = open();
        try (Pin shown = swap.show()) {
            assertThat(read(number, 1)).isEqualTo(6);
            assertThat(read(text, "own")).isEqualTo("six");
            assertThat(Reads.<Object>elsewhere(() -> read(number, 1))).isEqualTo(5);
        }
        assertThat(read(number, 1)).isEqualTo(5);
    }

    @Test
    void aCommitPutsAllValuesInForce() throws Exception {
        Version version = open().commit();
        assertThat(version.number()).isEqualTo(2);
        assertThat(version.basis()).isEqualTo("basis 2");
        assertThat(versions.current()).isSameAs(version);
        assertThat(read(number, 1)).isEqualTo(6);
        assertThat(Reads.<Object>elsewhere(() -> read(text, "own"))).isEqualTo("six");
    }

    @Test
    void aWithdrawalKeepsTheOldVersionForTheCallbacksThreadToo() throws Exception {
        Swap swap = open();
        swap.show();
        swap.withdraw();
        assertThat(read(number, 1)).isEqualTo(5);
        assertThat(Reads.<Object>elsewhere(() -> read(text, "own"))).isEqualTo("five");
        assertThat(versions.current().number()).isEqualTo(1);
        assertThat(versions.current().basis()).isEqualTo("basis 1");
    }

    @Test
    void aThreadThatIsShownTheCandidateTooLateSeesNothingOfTheNextSwap() {
        Swap first = open();
        first.withdraw();
        first.show();
        assertThat(read(number, 1)).isEqualTo(5);
        Swap second = open();
        assertThat(read(number, 1)).isEqualTo(5);
        second.commit();
        assertThat(read(number, 1)).isEqualTo(6);
    }

    @Test
    void cellsThatDoNotChangeKeepTheirValue() {
        Reads.open(versions, "basis 2", number, 6).commit();
        assertThat(read(text, "own")).isEqualTo("five");
    }

    @Test
    @DisplayName("opening is refused if cells were registered since the changes were computed")
    void registeredSince() throws NoSuchFieldException {
        Version seen = versions.current();
        Cell late = versions.cell(Sample.field("aLong"));
        Reads.register(versions, late, 7L);
        assertThat(Swap.open(versions, seen, "basis 2", Map.of(number, 6), List.of()))
                .isNull();
        assertThat(read(number, 1)).isEqualTo(5);
        assertThat(read(late, 1L)).isEqualTo(7L);
        assertThat(open()).isNotNull();
    }

    @Test
    void overridesAndResetsGoTogether() {
        Swap.open(versions, versions.current(), "basis 2", Map.of(number, 6), List.of(text))
                .commit();
        assertThat(read(number, 1)).isEqualTo(6);
        assertThat(read(text, "own")).isEqualTo("own");
    }
}
