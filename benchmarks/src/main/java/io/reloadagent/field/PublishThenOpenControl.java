package io.reloadagent.field;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;

import java.util.List;
import java.util.Map;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** The same in the wrong order: were new, then old not seen here, the other tests would prove nothing. */
@JCStressTest
@State
@Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "Both before.")
@Outcome(id = "1, 2", expect = ACCEPTABLE, desc = "The commit was between.")
@Outcome(id = "2, 2", expect = ACCEPTABLE, desc = "Both after.")
@Outcome(id = "2, 1", expect = ACCEPTABLE_INTERESTING, desc = "New, then old: must be seen.")
public class PublishThenOpenControl extends TwoFields {

    public PublishThenOpenControl() {
        super(true);
    }

    @Actor
    public void coordinator() {
        Version seen = versions.current();
        versions.propose(seen, new Object(), seen.values().with(Map.<Cell, Object>of(first, 2, second, 2)));
        versions.commit();
        first.open();
        second.open();
        Swap.sync(List.of(first, second));
        settlement.settle(List.of(first, second));
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
