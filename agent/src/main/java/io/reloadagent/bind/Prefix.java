package io.reloadagent.bind;

import io.reloadagent.source.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the paths of a class's fields begin with: {@code database}, or {@code databases.${name}}, which is another path for each
 * instance, made from the value of its own field {@code name}. Immutable.
 */
public final class Prefix {

    private static final Pattern FIELD = Pattern.compile("\\$\\{([^${}]*)}");
    private static final String ANY = "any";

    private final String text;
    private final List<String> fields;

    /** The path; where fields are named, with {@link #ANY} for the value of each. */
    private final Path path;

    private Prefix(String text, List<String> fields, Path path) {
        this.text = text;
        this.fields = Collections.unmodifiableList(fields);
        this.path = path;
    }

    /**
     * Reads a prefix as it is written.
     *
     * @param text dot-separated, with any number of {@code ${field}} in it; empty for none
     * @throws IllegalArgumentException if it cannot become a path
     */
    public static Prefix of(String text) {
        List<String> fields = new ArrayList<>();
        String example = replace(text, field -> {
            fields.add(field);
            return ANY;
        });
        if (example.contains("${") || fields.contains("")) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no prefix: write the name of a field between ${ and }");
        }
        return new Prefix(text, fields, Path.of(example));
    }

    static Prefix of(Path path) {
        return new Prefix(path.toString(), Collections.emptyList(), path);
    }

    /** Whether a prefix as it is written depends on the instance. */
    public static boolean namesFields(String text) {
        return text.contains("${");
    }

    /** Whether it is another path for each instance. */
    boolean isOfInstance() {
        return !fields.isEmpty();
    }

    /** The fields that it names, each as often as it does; unmodifiable. */
    List<String> fields() {
        return fields;
    }

    /** The path, if it is the same for all instances. */
    Path path() {
        if (isOfInstance()) {
            throw new IllegalStateException(text + " is another path for each instance");
        }
        return path;
    }

    /**
     * The path of one instance.
     *
     * @param values gives the text of each field's value
     * @throws IllegalArgumentException if the values make none
     */
    Path path(UnaryOperator<String> values) {
        return Path.of(replace(text, values));
    }

    private static String replace(String text, UnaryOperator<String> values) {
        Matcher matcher = FIELD.matcher(text);
        StringBuffer replaced = new StringBuffer();
        while (matcher.find()) {
            matcher.appendReplacement(replaced, Matcher.quoteReplacement(values.apply(matcher.group(1))));
        }
        return matcher.appendTail(replaced).toString();
    }

    /** The part that is the same for all instances: the whole, or what stands before the first name that is not. */
    Path common() {
        Path common = Path.of("");
        for (String part : text.isEmpty() ? new String[0] : text.split("\\.")) {
            if (namesFields(part)) {
                return common;
            }
            common = common.child(part);
        }
        return common;
    }

    /** What of a path lies below the prefix of some instance whose values are single names; null if it does not. */
    Path below(Path other) {
        String[] parts = text.isEmpty() ? new String[0] : text.split("\\.");
        List<String> words = other.words();
        if (words.size() < parts.length) {
            return null;
        }
        for (int i = 0; i < parts.length; i++) {
            if (!namesFields(parts[i]) && !Path.canonicalWord(parts[i]).equals(words.get(i))) {
                return null;
            }
        }
        Path rest = Path.of("");
        for (String word : words.subList(parts.length, words.size())) {
            rest = rest.child(word);
        }
        return rest;
    }

    /** As it was written. */
    @Override
    public String toString() {
        return text;
    }
}
