package io.reloadagent.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CollectedValuesTest {

    private final Versions versions = new Versions("basis 1");
    private Cell cell;
    private WeakReference<Object> first;

    @BeforeEach
    void registerFirstValue() throws NoSuchFieldException {
        cell = versions.cell(Sample.field("anObject"));
        Object value = new Object();
        first = new WeakReference<>(value);
        Reads.register(versions, cell, value);
    }

    private static void collect() {
        WeakReference<Object> probe = new WeakReference<>(new Object());
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            System.gc();
            return probe.get() == null;
        });
    }

    private Object read() {
        return Reads.read(cell, "own");
    }

    @Test
    void aValueInForceStaysOpenOrSettled() {
        collect();
        assertThat(read()).isNotNull().isSameAs(first.get());
        Reads.settle(versions, List.of(cell));
        cell.open();
        collect();
        assertThat(read()).isNotNull().isSameAs(first.get());
    }

    @Test
    void theOldValueStaysUntilTheSwapIsSettledAndTheNewOneAfterwards() {
        Swap swap = Reads.open(versions, "basis 2", cell, new Object());
        collect();
        assertThat(read()).isNotNull().isSameAs(first.get());
        swap.show();
        Object second = read();
        assertThat(second).isNotSameAs(first.get());
        swap.commit();
        Reads.settle(versions, swap.changed());
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            System.gc();
            return first.get() == null;
        });
        cell.open();
        assertThat(read()).isSameAs(second);
    }

    @Test
    void theOldValueStaysWhenTheSwapIsWithdrawn() {
        Swap swap = Reads.open(versions, "basis 2", cell, new Object());
        swap.withdraw();
        Reads.settle(versions, swap.changed());
        cell.open();
        collect();
        assertThat(read()).isNotNull().isSameAs(first.get());
    }

    @Test
    void cellsThatAreRegisteredTwiceKeepTheirFirstValue() {
        Reads.register(versions, cell, new Object());
        Reads.settle(versions, List.of(cell));
        cell.open();
        collect();
        assertThat(read()).isNotNull().isSameAs(first.get());
    }
}
