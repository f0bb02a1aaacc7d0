package io.reloadagent.field;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** One field is read after the other while a swap opens them, commits and settles. */
@JCStressTest
@State
@Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "Both before.")
@Outcome(id = "1, 2", expect = ACCEPTABLE, desc = "The commit was between.")
@Outcome(id = "2, 2", expect = ACCEPTABLE, desc = "Both after.")
@Outcome(id = "2, 1", expect = FORBIDDEN, desc = "New, then old.")
public class OpenThenPublishTest extends TwoFields {

    public OpenThenPublishTest() {
        super(true);
    }

    @Actor
    public void coordinator() {
        swap(2);
    }

    @Actor
    public void reader(II_Result result) {
        int times = 0;
        do {
            result.r1 = first();
            result.r2 = second();
        } while (result.r1 == 1 && result.r2 == 1 && ++times < TIMES);
    }
}
