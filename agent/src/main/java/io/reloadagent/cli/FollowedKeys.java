package io.reloadagent.cli;

import io.reloadagent.adopt.AdoptedAnnotation;
import io.reloadagent.bind.RuleCheck;
import io.reloadagent.scan.ApplicationFacts;
import io.reloadagent.scan.ClassFacts;
import io.reloadagent.scan.FieldFacts;
import io.reloadagent.scan.Mark;
import io.reloadagent.settings.SettingCatalog;
import io.reloadagent.settings.Settings;
import io.reloadagent.source.Document;
import io.reloadagent.source.Leaves;
import io.reloadagent.source.Node;
import io.reloadagent.source.Path;
import io.reloadagent.source.SourceException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Which keys of the sources a field would follow, as far as class files tell. For one check. */
final class FollowedKeys {

    private static final int MOST_NAMED = 10;

    /** Levels of loggers have no fields. */
    private static final Path LOGGERS = Path.of("loggers");

    private final Settings settings;
    private final List<RuleCheck> rules;
    private final ApplicationFacts facts;

    FollowedKeys(Settings settings, List<RuleCheck> rules, ApplicationFacts facts) {
        this.settings = settings;
        this.rules = rules;
        this.facts = facts;
    }

    /** Warns of keys that nothing follows: of each that resembles one that is followed and has no value, and of the others together. */
    void check(Document document, CheckReport report) {
        Set<Path> followed = followed(document);
        Predicate<Path> secret = settings.secret();
        Set<Path> unset =
                followed.stream().filter(path -> isUnset(path, document)).collect(Collectors.toSet());
        List<String> others = new ArrayList<>();
        for (Map.Entry<String, Node> leaf : Leaves.of(document).entrySet()) {
            Path path = Path.of("").child(leaf.getKey());
            if (path.startsWith(LOGGERS) || followed.stream().anyMatch(path::startsWith)) {
                continue;
            }
            Path meant = RuleCheck.meant(path, unset, secret);
            if (meant == null) {
                others.add(RuleCheck.shown(path, secret));
            } else {
                report.warning(leaf.getValue().origin() + " " + RuleCheck.shown(path, secret)
                        + ": no field would follow it; did you mean " + meant + "?");
            }
        }
        if (!others.isEmpty()) {
            String more = others.size() > MOST_NAMED ? " and " + (others.size() - MOST_NAMED) + " more" : "";
            report.warning(SourceCheck.plural(others.size(), "key") + " that no field would follow: "
                    + others.stream().limit(MOST_NAMED).collect(Collectors.joining(", ")) + more);
        }
    }

    private static boolean isUnset(Path path, Document document) {
        try {
            return path.find(document.root()) == null;
        } catch (SourceException givenTwice) {
            return false; // which the check of the sources tells
        }
    }

    private Set<Path> followed(Document document) {
        Set<Path> followed = new LinkedHashSet<>();
        for (ClassFacts type : facts.classes()) {
            for (FieldFacts field : type.fields()) {
                rules.stream()
                        .filter(rule -> rule.coversClass(type.name()) && rule.coversField(field.name()))
                        .findFirst()
                        .filter(rule -> !field.isInlined())
                        .ifPresent(rule -> followed.addAll(rule.paths(field.name(), document)));
            }
        }
        facts.annotated().forEach(type -> addAnnotated(type, followed));
        followed.remove(null);
        return followed;
    }

    private void addAnnotated(ClassFacts type, Set<Path> followed) {
        for (FieldFacts field : type.fields()) {
            if (isInForce(field.mark())) {
                followed.add(own(type, field));
            } else if (isInForce(type.mark()) && !field.isInlined()) {
                Path prefix = prefix(type.mark());
                followed.add(prefix == null ? null : prefix.child(field.name()));
            }
        }
    }

    private boolean isInForce(Mark mark) {
        return mark != null
                && (mark.adopted() == null || settings.get(SettingCatalog.ADOPT).contains(mark.adopted()));
    }

    private static Path own(ClassFacts type, FieldFacts field) {
        AdoptedAnnotation adopted = field.mark().adopted();
        if (adopted != null) {
            return RuleCheck.adoptedPath(adopted, field.mark().text(), type.name(), field.name());
        }
        if (!field.mark().text().isEmpty()) {
            return RuleCheck.adoptedPrefix(field.mark().text());
        }
        Path prefix = type.mark() == null ? Path.of("") : prefix(type.mark());
        return prefix == null ? null : prefix.child(field.name());
    }

    /** Null for one that is another for each instance. */
    private static Path prefix(Mark mark) {
        return mark.text().contains("${") ? null : RuleCheck.adoptedPrefix(mark.text());
    }
}
