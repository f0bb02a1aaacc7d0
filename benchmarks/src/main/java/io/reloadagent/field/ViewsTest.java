package io.reloadagent.field;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** Two threads pin for the first time, and find no place: both replace the table of the views. */
@JCStressTest
@State
@Outcome(id = "1, 1, 32", expect = ACCEPTABLE, desc = "Everybody has the view that he had.")
@Outcome(expect = FORBIDDEN, desc = "A view was lost.")
public class ViewsTest {

    /** As a table begins, half of whose places are looked at. */
    private static final int CAPACITY = 64;

    private static final Thread[] EARLIER = new Thread[CAPACITY / 2];
    private static final Thread ONE = threadOfPlace(0);
    private static final Thread OTHER = threadOfPlace(0);

    static {
        for (int i = 0; i < EARLIER.length; i++) {
            EARLIER[i] = threadOfPlace(i);
        }
    }

    private final Views views = new Views();
    private final View[] viewsOfEarlier = new View[EARLIER.length];
    private View viewOfOne;
    private View viewOfOther;

    /** Leaves no place for {@link #ONE} and {@link #OTHER}. */
    public ViewsTest() {
        for (int i = 0; i < EARLIER.length; i++) {
            viewsOfEarlier[i] = views.of(EARLIER[i]);
        }
    }

    private static Thread threadOfPlace(int place) {
        Thread thread = new Thread();
        while (System.identityHashCode(thread) % CAPACITY != place) {
            thread = new Thread();
        }
        return thread;
    }

    @Actor
    public void one() {
        viewOfOne = views.of(ONE);
    }

    @Actor
    public void other() {
        viewOfOther = views.of(OTHER);
    }

    @Arbiter
    public void later(III_Result result) {
        result.r1 = views.of(ONE) == viewOfOne ? 1 : 0;
        result.r2 = views.of(OTHER) == viewOfOther ? 1 : 0;
        for (int i = 0; i < EARLIER.length; i++) {
            result.r3 += views.of(EARLIER[i]) == viewsOfEarlier[i] ? 1 : 0;
        }
    }
}
