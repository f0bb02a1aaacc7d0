package io.reloadagent.cli;

import io.reloadagent.bind.ClassPattern;
import io.reloadagent.bind.Nearest;
import io.reloadagent.bind.RuleCheck;
import io.reloadagent.bind.Rules;
import io.reloadagent.scan.ApplicationFacts;
import io.reloadagent.scan.Archive;
import io.reloadagent.scan.ClassFacts;
import io.reloadagent.scan.FieldFacts;
import io.reloadagent.scan.Remarks;
import io.reloadagent.scan.Verdict;
import io.reloadagent.settings.Settings;
import io.reloadagent.source.Document;
import io.reloadagent.source.Origin;
import io.reloadagent.source.Problem;
import io.reloadagent.source.SourceException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Compares rules with the class files that they are for. For one thread. */
final class ApplicationCheck {

    private static final Set<Verdict> IN_VAIN =
            EnumSet.of(Verdict.UNREAD, Verdict.START, Verdict.CONSTRUCTION, Verdict.STATE);

    private final Settings settings;
    private final ConfiguredRules places;
    private final ConfiguredRules apply;
    private final List<RuleCheck> rules;
    private final ApplicationFacts facts;
    private final CheckReport report;

    private ApplicationCheck(
            Settings settings, ConfiguredRules places, ConfiguredRules apply, Archive archive, CheckReport report)
            throws IOException {
        this.settings = settings;
        this.places = places;
        this.apply = apply;
        this.report = report;
        this.rules = settings.rules().stream()
                .map(rule -> new RuleCheck(rule, settings.secret()))
                .collect(Collectors.toList());
        this.facts = ApplicationFacts.of(archive, wanted());
    }

    /**
     * Compares, and reports what is wrong.
     *
     * @param file the configuration that the settings are from
     * @param document what the sources hold
     * @throws IOException if the archive cannot be read
     * @throws SourceException if the configuration cannot be read any more
     */
    static void run(Settings settings, String file, Document document, Archive archive, CheckReport report)
            throws IOException, SourceException {
        ConfiguredRules places = ConfiguredRules.of(file, "dynamic");
        ApplicationCheck check =
                new ApplicationCheck(settings, places, ConfiguredRules.of(file, "apply"), archive, report);
        check.checkRules(document);
        check.checkApply();
        new FollowedKeys(settings, check.rules, check.facts).check(document, report);
        check.facts.notes().skipped().forEach(skipped -> report.warning("skipped: " + skipped));
        if (check.facts.notes().incomplete() != null) {
            report.warning("not everything was read: " + check.facts.notes().incomplete());
        }
        report.checkedAgainst(check.facts.archive(), check.facts.classNames().size());
    }

    private Predicate<String> wanted() {
        List<ClassPattern> applied = new ArrayList<>();
        for (int i = 0; i < apply.size(); i++) {
            if (apply.text(i, "class") != null) {
                applied.add(new ClassPattern(apply.text(i, "class")));
            }
        }
        return name -> rules.stream().anyMatch(rule -> rule.coversClass(name))
                || applied.stream().anyMatch(pattern -> pattern.matches(name));
    }

    private void checkRules(Document document) {
        for (int i = 0; i < rules.size(); i++) {
            RuleCheck rule = rules.get(i);
            List<ClassFacts> classes = classes(rule::coversClass);
            if (classes.isEmpty()) {
                noClass(places.origin(i, "class"), places.text(i, "class"));
            } else {
                checkRule(i, rule, classes, document);
            }
        }
        Rules all = new Rules(settings.rules());
        for (ClassFacts type : facts.classes()) {
            List<String> names = type.fields().stream().map(FieldFacts::name).collect(Collectors.toList());
            all.complaints(type.name(), names).stream()
                    .filter(complaint -> complaint.startsWith("rule "))
                    .forEach(report::warning);
        }
    }

    private List<ClassFacts> classes(Predicate<String> covered) {
        return facts.classes().stream()
                .filter(type -> covered.test(type.name()))
                .collect(Collectors.toList());
    }

    private void noClass(Origin origin, String written) {
        if (written.indexOf('*') >= 0) {
            report.problem(new Problem(origin, null, "no class in " + facts.archive() + " matches " + written));
            return;
        }
        String simple = written.substring(written.lastIndexOf('.') + 1);
        String elsewhere = facts.classNames().stream()
                .filter(name -> name.endsWith("." + simple) || name.endsWith("$" + simple) || name.equals(simple))
                .sorted()
                .findFirst()
                .orElse(null);
        String meant = elsewhere == null ? Nearest.of(written, facts.classNames()) : elsewhere;
        report.problem(new Problem(
                origin,
                null,
                "there is no class " + written + " in " + facts.archive()
                        + (meant == null ? "" : "; did you mean " + meant + "?")));
    }

    private void checkRule(int number, RuleCheck rule, List<ClassFacts> classes, Document document) {
        for (String field : rule.listed()) {
            if (classes.stream().allMatch(type -> type.field(field) == null)) {
                noField(places.ofField(number, field), field, classes);
            }
        }
        boolean listed = !rule.listed().isEmpty();
        for (ClassFacts type : classes) {
            for (FieldFacts field : type.fields()) {
                if (rule.coversField(field.name())) {
                    checkField(number, rule, type, field, listed, document);
                }
            }
        }
    }

    private void noField(Origin origin, String field, List<ClassFacts> classes) {
        ClassFacts type = classes.get(0);
        ClassFacts above = facts.superclass(type, candidate -> candidate.field(field) != null);
        if (above != null) {
            report.problem(new Problem(
                    origin,
                    null,
                    type.name() + " inherits the field '" + field + "' from " + above.name()
                            + ": a rule covers what its class declares, so write a rule for that class"));
            return;
        }
        List<String> names = classes.stream()
                .flatMap(some -> some.fields().stream())
                .map(FieldFacts::name)
                .distinct()
                .collect(Collectors.toList());
        String nearest = Nearest.of(field, names);
        String who = classes.size() == 1 ? type.name() + " declares" : "no class of the pattern declares";
        String what = classes.size() == 1 ? " no field '" : " a field '";
        report.problem(new Problem(
                origin,
                null,
                who + what + field + "'"
                        + (nearest == null ? ", only " + names : "; did you mean '" + nearest + "'?")));
    }

    private void checkField(
            int number, RuleCheck rule, ClassFacts type, FieldFacts field, boolean listed, Document document) {
        String name = type.name() + "." + field.name();
        if (field.isInlined()) {
            if (listed) {
                report.problem(
                        new Problem(places.ofField(number, field.name()), null, name + " is " + Remarks.of(field)));
            }
            return;
        }
        if (listed && IN_VAIN.contains(field.verdict())) {
            Origin origin = places.ofField(number, field.name());
            report.warning((origin == null ? "" : origin + " ") + name + ": " + Remarks.of(field));
        }
        Class<?> scalar = field.jdkType();
        if (scalar != null) {
            rule.problems(field.name(), scalar, document).forEach(report::problem);
        }
    }

    private void checkApply() {
        for (int i = 0; i < apply.size(); i++) {
            String written = apply.text(i, "class");
            String method = apply.text(i, "method");
            if (written == null || method == null) {
                continue;
            }
            List<ClassFacts> classes = classes(new ClassPattern(written)::matches);
            if (classes.isEmpty()) {
                noClass(apply.origin(i, "class"), written);
            } else if (classes.stream().noneMatch(type -> hasMethod(type, method))) {
                noMethod(apply.origin(i, "method"), method, classes);
            }
        }
    }

    private boolean hasMethod(ClassFacts type, String method) {
        return type.methods().contains(method)
                || facts.superclass(type, above -> above.methods().contains(method)) != null;
    }

    private void noMethod(Origin origin, String method, List<ClassFacts> classes) {
        List<String> names = classes.stream()
                .flatMap(type -> type.methods().stream())
                .distinct()
                .sorted()
                .collect(Collectors.toList());
        String nearest = Nearest.of(method, names);
        report.problem(new Problem(
                origin,
                null,
                classes.get(0).name() + " has no method '" + method + "'"
                        + (nearest == null ? "" : "; did you mean '" + nearest + "'?")));
    }
}
