package io.reloadagent.field;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;

/** The second field is read for the first time while a swap is under way that did not know of it when it began. */
@JCStressTest
@State
@Outcome(id = "1, 1, 2, 2", expect = ACCEPTABLE, desc = "Both before.")
@Outcome(id = "1, 2, 2, 2", expect = ACCEPTABLE, desc = "The commit was between.")
@Outcome(id = "2, 2, 2, 2", expect = ACCEPTABLE, desc = "Both after.")
@Outcome(expect = FORBIDDEN, desc = "New, then old or the own value; or the second field missed the swap.")
public class LinkDuringSwapTest extends TwoFields {

    public LinkDuringSwapTest() {
        super(false);
    }

    @Actor
    public void coordinator() {
        swap(2);
    }

    @Actor
    public void reader(IIII_Result result) {
        result.r1 = first();
        register(second);
        result.r2 = second();
    }

    @Arbiter
    public void later(IIII_Result result) {
        settlement.settle(knownCells());
        result.r3 = first();
        result.r4 = second();
    }
}
