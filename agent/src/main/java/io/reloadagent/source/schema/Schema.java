package io.reloadagent.source.schema;

import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.InvalidSchemaException;
import dev.harrel.jsonschema.JsonSchemaException;
import dev.harrel.jsonschema.SchemaResolver;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import io.reloadagent.source.Branch;
import io.reloadagent.source.Document;
import io.reloadagent.source.Node;
import io.reloadagent.source.Path;
import io.reloadagent.source.Problem;
import io.reloadagent.source.SourceException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** A JSON Schema, of draft 2020-12 unless it names an older one. For one thread. */
final class Schema {

    /** Of a schema without an {@code $id}; opaque, so that nothing could be fetched from beside it. */
    private static final URI NAMELESS = URI.create("schema:source");

    private static final int MOST_PROBLEMS = 1000;

    /** The keywords that say which values there may be. */
    private static final Set<String> VALUES =
            Collections.unmodifiableSet(new HashSet<>(Arrays.asList("enum", "const", "pattern")));

    private final Document document;
    private final Validator validator;
    private final URI uri;
    private final Predicate<Path> secret;

    private Schema(Document document, Validator validator, URI uri, Predicate<Path> secret) {
        this.document = document;
        this.validator = validator;
        this.uri = uri;
        this.secret = secret;
    }

    /**
     * Takes a schema.
     *
     * @param secret tells beneath which paths no key is shown
     * @throws SourceException if it is none, or refers to one elsewhere, with its places
     */
    static Schema of(Document document, Predicate<Path> secret) throws SourceException {
        List<Problem> problems = new ArrayList<>();
        SchemaAudit.of(document.root(), problems);
        if (problems.isEmpty()) {
            try {
                Validator validator = new ValidatorFactory()
                        .withJsonNodeFactory(new NodeFactory())
                        .withSchemaResolver(anywhere -> SchemaResolver.Result.empty())
                        .createValidator();
                URI uri = validator.registerSchema(NAMELESS, (Object) document.root());
                return new Schema(document, validator, uri, secret);
            } catch (InvalidSchemaException e) {
                problems.addAll(broken(document.root(), e.getErrors(), secret));
            } catch (JsonSchemaException | IllegalArgumentException e) {
                problems.add(
                        new Problem(document.root().origin(), null, "is no usable JSON Schema: " + e.getMessage()));
            }
        }
        throw new SourceException(SourceException.Kind.INVALID, problems);
    }

    /** One problem a place: the schema of schemas says the same in several ways. */
    private static List<Problem> broken(Node root, List<Error> errors, Predicate<Path> secret) {
        Map<String, Problem> problems = new LinkedHashMap<>();
        for (Error error : errors) {
            Pointer place = Pointer.of(error.getInstanceLocation());
            if (!place.isRoot()
                    || errors.stream()
                            .allMatch(each -> each.getInstanceLocation().isEmpty())) {
                String message = "is no JSON Schema: " + error.getError();
                problems.putIfAbsent(
                        error.getInstanceLocation(),
                        new Problem(place.find(root).origin(), place.path(root, secret), message));
            }
        }
        return new ArrayList<>(problems.values());
    }

    /** What of a document does not satisfy the schema; values are not shown, as they may be secret. */
    List<Problem> check(Branch root) {
        Validator.Result result = validator.validate(uri, (Object) root);
        List<Problem> problems = new ArrayList<>();
        for (Error error : result.getErrors()) {
            if (!result.isValid() && problems.size() < MOST_PROBLEMS) {
                Pointer place = Pointer.of(error.getInstanceLocation());
                String message = message(error, secret.test(place.plainPath(root)));
                problems.add(new Problem(place.find(root).origin(), place.path(root, secret), message));
            }
        }
        return problems;
    }

    private String message(Error error, boolean isSecret) {
        if (error.getKeyword() == null) {
            return "the schema has no place for it" + at(error, "");
        }
        switch (error.getKeyword()) {
            case "type":
            case "required": // these name types, and keys that are not there
                return "the schema refuses it: " + error.getError() + at(error, error.getKeyword());
            default:
                return "the schema refuses it: " + demand(error, isSecret) + at(error, error.getKeyword());
        }
    }

    /** The keyword with its value, if that is short, and is not what a secret may be: {@code maximum: 3}. */
    private String demand(Error error, boolean isSecret) {
        boolean namesValues = VALUES.contains(error.getKeyword());
        Node node = isSecret && namesValues ? null : keyword(error, error.getKeyword());
        String text = node == null ? "" : SchemaText.of(node);
        return error.getKeyword() + (text.isEmpty() ? "" : ": " + text);
    }

    private String at(Error error, String keyword) {
        Node node = keyword(error, keyword);
        return node == null ? "" : " (" + node.origin() + ")";
    }

    /** The value of a keyword where an error names it; null if that is in another schema. */
    private Node keyword(Error error, String keyword) {
        String location = error.getSchemaLocation();
        int hash = location.indexOf('#');
        String known = uri.toString();
        if (hash < 0 || !known.equals(location.substring(0, hash))) {
            return null;
        }
        Node at = Pointer.of(location.substring(hash + 1)).findExactly(document.root());
        if (keyword.isEmpty() || !(at instanceof Branch)) {
            return at;
        }
        return ((Branch) at).entries().get(keyword);
    }
}
