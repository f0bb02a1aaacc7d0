package io.reloadagent.field;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.function.Supplier;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** A scope that was closed long ago turns up on another thread while a swap is under way. */
@JCStressTest
@State
@Outcome(id = "1, 1, 1", expect = ACCEPTABLE, desc = "The version before; after the scope too.")
@Outcome(id = "1, 1, 2", expect = ACCEPTABLE, desc = "The version before; after the scope the new one.")
@Outcome(expect = FORBIDDEN, desc = "The scope did not see the version that it was handed.")
public class HandedOnScopeTest extends TwoFields {

    private final Supplier<AutoCloseable> handedOn;

    public HandedOnScopeTest() {
        super(true);
        try (Pin pin = versions.pin()) {
            handedOn = pin.get();
        }
    }

    @Actor
    public void coordinator() {
        swap(2);
    }

    @Actor
    public void reader(III_Result result) {
        int times = 0;
        do {
            Pin scope = (Pin) handedOn.get();
            result.r1 = first();
            result.r2 = second();
            scope.close();
            result.r3 = second();
        } while (result.r1 == 1 && result.r2 == 1 && result.r3 == 1 && ++times < TIMES);
    }
}
