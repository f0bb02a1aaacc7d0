package io.reloadagent.scan;

import java.util.List;
import java.util.stream.Collectors;

/** Says what a change of a field would do, and why. */
public final class Remarks {

    private static final int MOST = 3;

    private Remarks() {}

    /** One sentence without a full stop; empty if there is nothing to say. */
    public static String of(FieldFacts field) {
        switch (field.verdict()) {
            case CONSTANT:
                return "a compile-time constant: the compiler copied its value into its readers, so it cannot follow";
            case START:
                return "read once, when " + readers(field) + " starts: a change has no effect until a restart";
            case CONSTRUCTION:
                return "read only while objects of " + readers(field)
                        + " are made: a change has no effect on those that exist";
            case STATE:
                return "changed by the class itself, in " + field.changer() + "(): a state, not a setting";
            case UNREAD:
                return field.getter() == null
                        ? "nobody here reads it"
                        : "nobody here reads it, or calls " + field.getter() + "()";
            case STRUCTURE:
                return "a list or mapping, followed as a whole";
            case OBJECT:
                return "an object that no source has";
            default:
                return "";
        }
    }

    private static String readers(FieldFacts field) {
        List<String> names = field.readers().byClass().keySet().stream()
                .limit(MOST)
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .collect(Collectors.toList());
        int more = field.readers().classes() - names.size();
        return String.join(", ", names) + (more > 0 ? " and " + more + " more" : "");
    }
}
