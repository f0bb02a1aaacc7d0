package io.reloadagent.report.metrics;

import java.util.Comparator;
import java.util.Objects;

/** What asked for a reload, and how it ended: few values each. Immutable. */
final class Kind implements Comparable<Kind> {

    private static final Comparator<Kind> ORDER =
            Comparator.comparing(Kind::trigger).thenComparing(Kind::outcome);

    private final String trigger;
    private final String outcome;

    Kind(String trigger, String outcome) {
        this.trigger = trigger;
        this.outcome = outcome;
    }

    String trigger() {
        return trigger;
    }

    String outcome() {
        return outcome;
    }

    @Override
    public int compareTo(Kind other) {
        return ORDER.compare(this, other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Kind && compareTo((Kind) other) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(trigger, outcome);
    }
}
