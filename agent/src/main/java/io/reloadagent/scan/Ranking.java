package io.reloadagent.scan;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Puts first what an operator looks for: what is meant to be set, what people turn, what is read while the application runs. */
final class Ranking {

    private static final int ANNOTATED = 400;
    private static final int NAMED = 200;
    private static final int SHAPED = 60;

    private static final int A_FIELD_THAT_FOLLOWS = 6;
    private static final int A_TUNED_ONE = 10;
    private static final int A_READING_CLASS = 2;
    private static final int MOST_FIELDS = 20;
    private static final int MOST_CLASSES = 25;

    private Ranking() {}

    static List<ClassFacts> of(Collection<ClassFacts> classes) {
        return classes.stream()
                .sorted(Comparator.comparingInt(Ranking::score).reversed().thenComparing(ClassFacts::name))
                .collect(Collectors.toList());
    }

    static int score(ClassFacts facts) {
        int following = 0;
        int tuned = 0;
        int readers = 0;
        for (FieldFacts field : facts.fields()) {
            if (field.verdict() == Verdict.FOLLOWS) {
                following++;
                tuned += field.isTuned() ? 1 : 0;
                readers = Math.max(readers, field.readers().classes());
            }
        }
        if (following == 0) {
            return start(facts.reason()) / NAMED; // there is something to tell, and nothing to reload
        }
        return start(facts.reason())
                + A_FIELD_THAT_FOLLOWS * Math.min(following, MOST_FIELDS)
                + A_TUNED_ONE * Math.min(tuned, MOST_FIELDS)
                + A_READING_CLASS * Math.min(readers, MOST_CLASSES);
    }

    private static int start(Reason reason) {
        switch (reason) {
            case ANNOTATED:
                return ANNOTATED;
            case NAMED:
                return NAMED;
            case SHAPED:
                return SHAPED;
            default:
                return 0;
        }
    }
}
