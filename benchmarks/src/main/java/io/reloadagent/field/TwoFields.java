package io.reloadagent.field;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Two cells of a version of their own, and what the coordinator does with them. Both have the same number, which is that of
 * the version, and are settled. The reads call the cells' sites, as interpreted byte code does.
 */
abstract class TwoFields {

    /** The own value of both fields: no version has it. */
    static final int OWN = 0;

    /** How often a reader reads while nothing changes, at most. A swap takes long: that one read meets it is rare. */
    static final int TIMES = 200;

    private static final Field FIRST = field("first");
    private static final Field SECOND = field("second");

    final Versions versions = new Versions(new Basis(1));
    final Settlement settlement = new Settlement(versions, Duration.ZERO);
    final Cell first = versions.cell(FIRST);
    final Cell second = versions.cell(SECOND);
    private final MethodHandle readFirst = first.site().dynamicInvoker();
    private final MethodHandle readSecond = second.site().dynamicInvoker();

    TwoFields(boolean secondIsLinked) {
        register(first);
        if (secondIsLinked) {
            register(second);
        }
        settlement.settle(knownCells());
    }

    /** What the thread does that reads a field first. */
    final void register(Cell cell) {
        versions.register(
                Collections.singletonList(cell), basis -> Collections.singletonMap(cell, ((Basis) basis).number));
    }

    final int first() {
        return read(readFirst);
    }

    final int second() {
        return read(readSecond);
    }

    private static int read(MethodHandle site) {
        try {
            return (int) site.invokeExact(OWN);
        } catch (Throwable failure) {
            throw new AssertionError(failure);
        }
    }

    /** Null if a field was linked meanwhile. */
    final Swap open(int number) {
        Version seen = versions.current();
        Map<Cell, Object> overrides = new HashMap<>();
        for (Cell cell : List.of(first, second)) {
            if (seen.knows(cell)) {
                overrides.put(cell, number);
            }
        }
        return Swap.open(versions, seen, new Basis(number), overrides, List.of());
    }

    /** A reload without callbacks, tried again as often as fields are linked meanwhile. */
    final void swap(int number) {
        boolean done = false;
        while (!done) {
            Swap swap = open(number);
            done = swap != null && swap.commit() != null;
            if (swap != null && !done) {
                swap.withdraw();
            }
            settlement.settle(swap == null ? List.of() : swap.changed());
        }
    }

    final Collection<Cell> knownCells() {
        return versions.current().knows(second) ? List.of(first, second) : List.of(first);
    }

    private static Field field(String name) {
        try {
            return Numbers.class.getDeclaredField(name);
        } catch (NoSuchFieldException e) {
            throw new LinkageError(name, e);
        }
    }

    /** What a version is made from. */
    private static final class Basis {

        private final int number;

        Basis(int number) {
            this.number = number;
        }
    }

    private static final class Numbers {

        static int first = OWN;
        static int second = OWN;

        private Numbers() {}
    }
}
