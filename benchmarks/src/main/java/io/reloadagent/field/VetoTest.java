package io.reloadagent.field;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIIII_Result;

/** A callback sees the candidate, which is withdrawn then. */
@JCStressTest
@State
@Outcome(
        id = "2, 1, 1, 1, 1",
        expect = ACCEPTABLE,
        desc = "The callback sees it until it is withdrawn, nobody else does.")
@Outcome(expect = FORBIDDEN, desc = "The candidate was seen outside, or not in the callback, or stayed.")
public class VetoTest extends TwoFields {

    public VetoTest() {
        super(true);
    }

    @Actor
    public void coordinator(IIIII_Result result) {
        Swap swap = open(2);
        Pin shown = swap.show();
        result.r1 = first();
        swap.withdraw();
        result.r2 = second();
        shown.close();
        settlement.settle(swap.changed());
    }

    @Actor
    public void reader(IIIII_Result result) {
        int times = 0;
        do {
            result.r3 = first();
            result.r4 = second();
        } while (result.r3 == 1 && result.r4 == 1 && ++times < TIMES);
    }

    @Arbiter
    public void later(IIIII_Result result) {
        result.r5 = first();
    }
}
