package io.reloadagent.bind;

import io.reloadagent.adopt.AdoptedAnnotation;
import io.reloadagent.source.Document;
import io.reloadagent.source.Leaves;
import io.reloadagent.source.Node;
import io.reloadagent.source.Path;
import io.reloadagent.source.Problem;
import io.reloadagent.source.SourceException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a rule would do to classes that are not loaded, but known by their files. Immutable. */
public final class RuleCheck {

    private final Rule rule;
    private final Predicate<Path> secret;

    /** @param secret tells whose values must not be shown */
    public RuleCheck(Rule rule, Predicate<Path> secret) {
        this.rule = rule;
        this.secret = secret;
    }

    /** Whether the rule names its class, instead of having a pattern for several. */
    public boolean namesOneClass() {
        return rule.namesOneClass();
    }

    /** The names of the fields that it lists; empty if it takes all. */
    public List<String> listed() {
        return rule.missing(Collections.emptyList());
    }

    /** Whether the rule is for a class of this name. */
    public boolean coversClass(String className) {
        return rule.coversClass(className);
    }

    /** Whether the rule is for fields of this name. */
    public boolean coversField(String field) {
        return rule.coversField(field);
    }

    /** The paths that a field follows, of all instances that the document may have values for. */
    public List<Path> paths(String field, Document document) {
        if (!rule.bindsInstances()) {
            return Collections.singletonList(rule.pathOf(field));
        }
        Path relative = rule.relativePathOf(field);
        return Leaves.of(document).keySet().stream()
                .map(Path.of("")::child)
                .filter(path -> relative.equals(rule.prefix().below(path)))
                .collect(Collectors.toList());
    }

    /**
     * What is wrong with the document's values for a field.
     *
     * @param type of the JDK, for which a value is a scalar
     */
    public List<Problem> problems(String field, Class<?> type, Document document) {
        List<Problem> problems = new ArrayList<>();
        for (Path path : paths(field, document)) {
            try {
                Node node = path.find(document.root());
                if (node != null) {
                    convert(node, field, type, path);
                }
            } catch (SourceException e) {
                problems.addAll(e.problems());
            }
        }
        return problems;
    }

    private void convert(Node node, String field, Class<?> type, Path path) throws SourceException {
        Converter converter = new Converter(secret);
        converter.refuseUnresolved(node, path);
        if (rule.isSize(field)) {
            converter.convert(node, Scalar.ofSize(type), type.isPrimitive(), path);
        } else {
            converter.convert(node, type, path);
        }
    }

    /** The path of the keys of a class's fields, by another framework's annotation; null if it has none. */
    public static Path adoptedPrefix(String text) {
        return AdoptedText.prefix(text);
    }

    /** The path that a field follows by another framework's annotation; null if it names no single key. */
    public static Path adoptedPath(AdoptedAnnotation annotation, String text, String className, String field) {
        return AdoptedText.path(annotation, text, AdoptedText.ownerOf(className, field));
    }

    /** The path of a key for people; what is beneath a secret one is not shown. */
    public static String shown(Path path, Predicate<Path> secret) {
        return SecretPaths.shown(path, secret);
    }

    /**
     * The path that someone meant who wrote another.
     *
     * @param unset those that fields follow and that have no value
     * @return null if none is so similar, or its name is not to be shown
     */
    public static Path meant(Path written, Collection<Path> unset, Predicate<Path> secret) {
        Path meant = new Misspelling(unset).of(written);
        boolean shown = meant != null && Objects.equals(SecretPaths.shown(meant, secret), meant.toString());
        return shown ? meant : null;
    }
}
