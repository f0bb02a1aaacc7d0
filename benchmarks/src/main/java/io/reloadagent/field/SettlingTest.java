package io.reloadagent.field;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** Cells that a swap opened are settled late, and the next swap opens them again. */
@JCStressTest
@State
@Outcome(id = "2, 2, 2", expect = ACCEPTABLE, desc = "All before.")
@Outcome(id = "2, 2, 3", expect = ACCEPTABLE, desc = "The commit was between.")
@Outcome(id = "2, 3, 3", expect = ACCEPTABLE, desc = "The commit was between.")
@Outcome(id = "3, 3, 3", expect = ACCEPTABLE, desc = "All after.")
@Outcome(expect = FORBIDDEN, desc = "Settling brought an older value back.")
public class SettlingTest extends TwoFields {

    public SettlingTest() {
        super(true);
        open(2).commit();
    }

    @Actor
    public void coordinator() {
        settlement.settle(knownCells());
        swap(3);
    }

    @Actor
    public void reader(III_Result result) {
        int times = 0;
        do {
            result.r1 = first();
            result.r2 = first();
            result.r3 = second();
        } while (result.r1 == 2 && result.r2 == 2 && result.r3 == 2 && ++times < TIMES);
    }
}
