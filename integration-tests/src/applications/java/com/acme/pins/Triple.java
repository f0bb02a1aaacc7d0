package com.acme.pins;

import io.reloadagent.api.Dynamic;
import io.reloadagent.api.Pinned;
import java.util.concurrent.locks.LockSupport;

/** Three fields that the source always gives the same number. */
@Dynamic("triple")
final class Triple {

    private static int first = 1;
    private int second = 1;
    private Integer third = 1;

    /** The number that all three hold, each time that they are read; -1 if any read differs. */
    int number() {
        int number = first;
        for (int i = 0; i < Pace.TIMES; i++) {
            if (second != number || third != number || first != number) {
                return -1;
            }
            if (i % Pace.BREATH_TIMES == 0) {
                LockSupport.parkNanos(Pace.BREATH_NANOS);
            }
        }
        return number;
    }

    @Pinned
    int pinnedNumber() {
        return number();
    }

    /** Constants: they could not follow, and the agent would say so. */
    private static final class Pace {

        static final int TIMES = 2_000;
        static final int BREATH_TIMES = 200;
        static final long BREATH_NANOS = 50_000;

        private Pace() {}
    }
}
