package io.reloadagent.field;

import static io.reloadagent.field.Reads.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SettlementTest {

    private final Versions versions = new Versions("basis");
    private long millis;

    /** Time passes whenever somebody looks: two cells are a burst. */
    private final Settlement settlement = new Settlement(
            versions, Duration.ZERO, new Pace(() -> TimeUnit.MILLISECONDS.toNanos(millis++), nanos -> {}));

    private List<Cell> cells(String... fields) throws NoSuchFieldException {
        List<Cell> cells = new ArrayList<>();
        for (String field : fields) {
            Cell cell = versions.cell(Sample.field(field));
            Reads.register(versions, cell, 5);
            cells.add(cell);
        }
        return cells;
    }

    @Test
    void whatDoesNotFitIntoOneBurstIsSettledInTheNext_andReadsTheSameMeanwhile() throws Exception {
        List<Cell> cells = cells("anInt", "staticInt", "anObject");
        assertThat(settlement.settle(cells)).isLessThan(Duration.ofMillis(10));
        assertThat(cells).filteredOn(Cell::isSettled).hasSize(2);
        for (Cell cell : cells) {
            assertThat(read(cell, 1)).isEqualTo(5);
        }
        assertThat(settlement.settle(List.of())).isNull();
        assertThat(cells).allMatch(Cell::isSettled);
    }
}
