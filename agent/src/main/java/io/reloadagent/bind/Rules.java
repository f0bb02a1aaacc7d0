package io.reloadagent.bind;

import io.reloadagent.source.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** All rules, in the order of the configuration: of two for the same field, the first counts. Immutable. */
public final class Rules {

    private final List<Rule> rules;

    /** Takes the rules; copied. */
    public Rules(List<Rule> rules) {
        this.rules = Collections.unmodifiableList(new ArrayList<>(rules));
    }

    /** Whether any rule is for a class of this name. */
    public boolean coverClass(String className) {
        return rules.stream().anyMatch(rule -> rule.coversClass(className));
    }

    /** Whether any rule is for fields of this name. */
    public boolean coverName(String field) {
        return rules.stream().anyMatch(rule -> rule.coversField(field));
    }

    /** Whether any rule is for this field. */
    public boolean coverField(String className, String field) {
        return find(className, field) != null;
    }

    /** What is wrong with the rules for a class, one sentence each, now that its fields are known. */
    public List<String> complaints(String className, Collection<String> declared) {
        List<String> complaints = new ArrayList<>();
        rules.stream()
                .filter(rule -> rule.coversClass(className))
                .forEach(rule ->
                        rule.missing(declared).forEach(field -> complaints.add(missing(className, field, declared))));
        return complaints;
    }

    private static String missing(String className, String field, Collection<String> declared) {
        String nearest = Nearest.of(field, declared);
        return className + " declares no field '" + field + "'"
                + (nearest == null ? ", only " + declared : "; did you mean '" + nearest + "'?");
    }

    /** Whether a class has a dynamic field only because a rule takes all fields, not because anyone named it. */
    public boolean takesUnasked(String className, String field) {
        Rule rule = find(className, field);
        return rule != null && !rule.listsFields();
    }

    Rule find(String className, String field) {
        return rules.stream()
                .filter(rule -> rule.coversClass(className) && rule.coversField(field))
                .findFirst()
                .orElse(null);
    }

    boolean mayBind(Path path) {
        return rules.stream().anyMatch(rule -> rule.mayBind(path));
    }
}
