package io.reloadagent.bind;

import io.reloadagent.source.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * All rules, in the order of the configuration: of two for the same field, the first counts. They do not change; which of
 * their classes were loaded is remembered. Thread-safe.
 */
public final class Rules {

    private final List<Rule> rules;
    private final List<RuleUse> uses;
    private final Adoption adoption;

    /** Those that a changed path may have been meant for, and that matched no class then. */
    private final Set<RuleUse> suspects = ConcurrentHashMap.newKeySet();

    /** Takes the rules; copied. */
    public Rules(List<Rule> rules) {
        this(rules, Adoption.none());
    }

    /** The same, and what annotations of other frameworks say of the fields that no rule is for. */
    public Rules(List<Rule> rules, Adoption adoption) {
        this.adoption = adoption;
        this.rules = Collections.unmodifiableList(new ArrayList<>(rules));
        this.uses = Collections.unmodifiableList(
                this.rules.stream().map(RuleUse::new).collect(Collectors.toList()));
    }

    /**
     * The names of all classes that rules are for: for each rule, the one or more that its class may have.
     *
     * @return null if a rule has a pattern, so that nobody can tell beforehand
     */
    public List<List<String>> classNames() {
        List<List<String>> names = rules.stream().map(Rule::classNames).collect(Collectors.toList());
        return names.contains(null) ? null : names;
    }

    /** Whether any rule is for a class of this name. */
    public boolean coverClass(String className) {
        for (Rule rule : rules) {
            if (rule.coversClass(className)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a rule binds each instance of a class of this name when its constructor ends. */
    public boolean bindInstancesOf(String className) {
        for (Rule rule : rules) {
            if (rule.bindsInstances() && rule.coversClass(className)) {
                return true;
            }
        }
        return false;
    }

    /** Whether any rule is for fields of this name. */
    public boolean coverName(String field) {
        for (Rule rule : rules) {
            if (rule.coversField(field)) {
                return true;
            }
        }
        return false;
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
        rules.stream()
                .filter(rule -> rule.coversClass(className) && (rule.listsFields() || rule.namesOneClass()))
                .filter(rule -> comesTooLate(rule, className, declared))
                .forEach(rule -> complaints.add(late(rule, className)));
        return complaints;
    }

    /** Whether rules before it take each of its fields. */
    private boolean comesTooLate(Rule rule, String className, Collection<String> declared) {
        List<String> fields = declared.stream().filter(rule::coversField).collect(Collectors.toList());
        return !fields.isEmpty() && fields.stream().allMatch(field -> find(className, field) != rule);
    }

    private String late(Rule rule, String className) {
        int number = rules.indexOf(rule) + 1;
        String earlier = rules.stream()
                .filter(other -> other != rule && other.coversClass(className))
                .findFirst()
                .map(Rule::toString)
                .orElse("");
        return "rule " + number + " under 'dynamic', for " + className + ", has no effect: an earlier " + earlier
                + " takes all of its fields, and the first rule counts; put the one that lists fields first";
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

    Adoption adoption() {
        return adoption;
    }

    Rule find(String className, String field) {
        return rules.stream()
                .filter(rule -> rule.coversClass(className) && rule.coversField(field))
                .findFirst()
                .orElse(null);
    }

    /**
     * Remembers that a class is loaded.
     *
     * @param declared the names of all fields that it declares
     * @param inlined the names of those that cannot follow, as the compiler copied their values
     */
    public void loaded(String className, Collection<String> declared, Collection<String> inlined) {
        uses.stream().filter(use -> use.rule().coversClass(className)).forEach(use -> use.loaded(declared, inlined));
    }

    /** The rules that a changed path may have been meant for, and that no loaded class has matched; each is told once. */
    public List<Rule> takeUnmatched() {
        List<Rule> unmatched = new ArrayList<>();
        for (RuleUse use : uses) {
            if (suspects.remove(use) && use.isMissedFirst()) {
                unmatched.add(use.rule());
            }
        }
        return unmatched;
    }

    /** The same as {@link #await}, of a path that did not change: nobody waits for it. */
    boolean mayBind(Path path) {
        return uses.stream().anyMatch(use -> use.mayBind(path)) || adoption.mayBind(path);
    }

    /** Whether a changed path that no field follows yet may belong to one of a class that is still to be loaded. */
    boolean await(Path path) {
        List<RuleUse> candidates =
                uses.stream().filter(use -> use.mayBind(path)).collect(Collectors.toList());
        suspects.addAll(candidates);
        return !candidates.isEmpty() || adoption.mayBind(path);
    }
}
