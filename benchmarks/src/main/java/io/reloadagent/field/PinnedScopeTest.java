package io.reloadagent.field;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;

/** A thread pins a version for the first time, and reads, while a swap opens, commits, looks for pins and settles. */
@JCStressTest
@State
@Outcome(id = "1, 1, 1, 2", expect = ACCEPTABLE, desc = "The scope is of the version before.")
@Outcome(id = "2, 2, 2, 2", expect = ACCEPTABLE, desc = "The scope is of the new version.")
@Outcome(expect = FORBIDDEN, desc = "The scope saw two versions.")
public class PinnedScopeTest extends TwoFields {

    public PinnedScopeTest() {
        super(true);
    }

    @Actor
    public void coordinator() {
        swap(2);
    }

    @Actor
    public void reader(IIII_Result result) {
        int times = 0;
        do {
            Pin pin = versions.pin();
            result.r1 = first();
            result.r2 = second();
            result.r3 = first();
            pin.close();
        } while (result.r1 == 1 && result.r2 == 1 && result.r3 == 1 && ++times < TIMES);
    }

    @Arbiter
    public void later(IIII_Result result) {
        settlement.settle(List.of());
        result.r4 = first();
    }
}
