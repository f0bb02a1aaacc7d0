package io.reloadagent.field;

import static io.reloadagent.field.Reads.elsewhere;
import static io.reloadagent.field.Reads.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try")
class PinTest {

    private final Versions versions = new Versions("basis 1");
    private final Settlement settlement = new Settlement(versions, Duration.ZERO);
    private Cell number;
    private Cell text;

    @BeforeEach
    void registerCells() throws NoSuchFieldException {
        number = versions.cell(Sample.field("anInt"));
        text = versions.cell(Sample.field("staticString"));
        Reads.register(versions, number, 1);
        Reads.register(versions, text, "one");
        Reads.settle(versions, List.of(number, text));
    }

    /** Puts a version in force; returns when to try again to settle its cells, null if they are. */
    private Duration swap(int toNumber) {
        Swap swap = Reads.open(versions, "basis " + toNumber, number, toNumber);
        swap.commit();
        return settlement.settle(swap.changed());
    }

    private Object readNumber() {
        return read(number, 0);
    }

    @Test
    @DisplayName("A27 a pinned scope reads one version from start to end, other threads the new one")
    void pinned() throws Exception {
        try (Pin pin = versions.pin()) {
            for (int to = 2; to < 5; to++) {
                assertThat(swap(to)).isNotNull();
                assertThat(readNumber()).isEqualTo(1);
                assertThat(Reads.<Object>elsewhere(this::readNumber)).isEqualTo(to);
            }
            assertThat(read(text, "own")).isEqualTo("one");
        }
        assertThat(readNumber()).isEqualTo(4);
        assertThat(settlement.settle(List.of())).isNull();
        assertThat(readNumber()).isEqualTo(4);
    }

    @Test
    void valuesOfAPinnedVersionAreNotCollected() {
        Swap.open(versions, versions.current(), "basis 2", Map.<Cell, Object>of(text, new String("two")), List.of())
                .commit();
        try (Pin pin = versions.pin()) {
            for (int i = 0; i < 3; i++) {
                Swap swap =
                        Swap.open(versions, versions.current(), i, Map.<Cell, Object>of(text, "three " + i), List.of());
                swap.commit();
                settlement.settle(swap.changed());
                System.gc();
                assertThat(read(text, "own")).isEqualTo("two");
            }
        }
        assertThat(read(text, "own")).isEqualTo("three 2");
    }

    @Test
    void theInnerScopeSeesWhatTheOuterOneDoes() {
        try (Pin outer = versions.pin()) {
            swap(2);
            try (Pin inner = versions.pin()) {
                assertThat(readNumber()).isEqualTo(1);
            }
            assertThat(readNumber()).isEqualTo(1);
        }
        try (Pin later = versions.pin()) {
            assertThat(readNumber()).isEqualTo(2);
        }
    }

    @Test
    void scopesMayBeClosedInAnyOrderAndTwice() {
        Pin outer = versions.pin();
        swap(2);
        Pin inner = versions.pin();
        outer.close();
        assertThat(readNumber()).isEqualTo(1);
        inner.close();
        inner.close();
        assertThat(readNumber()).isEqualTo(2);
        outer.close();
        assertThat(readNumber()).isEqualTo(2);
        assertThat(settlement.settle(List.of())).isNull();
    }

    @Test
    void anotherThreadCannotCloseIt() {
        try (Pin pin = versions.pin()) {
            assertThatThrownBy(() -> elsewhere(() -> {
                        pin.close();
                        return null;
                    }))
                    .hasCauseInstanceOf(IllegalStateException.class);
            swap(2);
            assertThat(readNumber()).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("A27 a scope that is handed on reads its version also after it was closed itself")
    void handedOn() throws Exception {
        Supplier<AutoCloseable> view;
        try (Pin pin = versions.pin()) {
            view = pin.get();
        }
        assertThat(swap(2)).isNotNull();
        assertThat(Reads.<Object>elsewhere(() -> {
                    try (AutoCloseable entered = view.get()) {
                        return readNumber();
                    }
                }))
                .isEqualTo(1);
        assertThat(readNumber()).isEqualTo(2);
    }

    @Test
    void whenNobodyCanTurnUpWithAVersionAnyMoreItsCellsSettle() {
        Supplier<AutoCloseable> view = handOn();
        assertThat(swap(2)).isNotNull();
        assertThat(view).isNotNull();
        view = null;
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            System.gc();
            return settlement.settle(List.of()) == null;
        });
    }

    private Supplier<AutoCloseable> handOn() {
        try (Pin pin = versions.pin()) {
            return pin.get();
        }
    }

    @Test
    @DisplayName("A28 the candidate is seen on threads to which it is handed, until it is withdrawn")
    void candidateHandedOn() throws Exception {
        Swap swap = Reads.open(versions, "basis 2", number, 2);
        Supplier<AutoCloseable> view;
        try (Pin shown = swap.show();
                Pin pin = versions.pin()) {
            view = pin.get();
            assertThat(readNumber()).isEqualTo(2);
        }
        assertThat(readNumber()).isEqualTo(1);
        Supplier<AutoCloseable> handed = view;
        assertThat(Reads.<Object>elsewhere(() -> {
                    try (AutoCloseable entered = handed.get()) {
                        Object before = readNumber();
                        swap.withdraw();
                        return List.of(before, readNumber());
                    }
                }))
                .isEqualTo(List.of(2, 1));
    }

    @Test
    void aFieldThatIsReadFirstInAScopeIsOfItsVersion() throws Exception {
        Cell late = versions.cell(Sample.field("aLong"));
        try (Pin pin = versions.pin()) {
            swap(2);
            versions.register(List.of(late), basis -> Map.of(late, basis.equals("basis 1") ? 1L : 2L));
            settlement.settle(List.of(late));
            assertThat(read(late, 0L)).isEqualTo(1L);
            assertThat(Reads.<Object>elsewhere(() -> read(late, 0L))).isEqualTo(2L);
        }
        assertThat(read(late, 0L)).isEqualTo(2L);
    }

    @Test
    void aThreadThatEndsWithoutClosingItsScopeHoldsNothingUp() throws Exception {
        elsewhere(() -> versions.pin().edition().version().number());
        assertThat(swap(2)).isNull();
    }

    @Test
    void aFieldThatChangesOftenIsSettledWhenItRests() {
        Settlement patient = new Settlement(versions, Duration.ofMillis(300));
        for (int to = 2; to < 5; to++) {
            Swap swap = Reads.open(versions, "basis " + to, number, to);
            swap.commit();
            if (to > 2) {
                assertThat(patient.settle(swap.changed())).isNotNull();
            }
        }
        assertThat(readNumber()).isEqualTo(4);
        await().atMost(Duration.ofSeconds(30)).until(() -> patient.settle(List.of()) == null);
        assertThat(readNumber()).isEqualTo(4);
    }
}
