package io.reloadagent.bind;

import io.reloadagent.field.Cell;
import io.reloadagent.field.DynamicClass;
import io.reloadagent.field.SiteType;
import io.reloadagent.source.Branch;
import io.reloadagent.source.Content;
import io.reloadagent.source.Document;
import io.reloadagent.source.Format;
import io.reloadagent.source.Leaf;
import io.reloadagent.source.Node;
import io.reloadagent.source.Origin;
import io.reloadagent.source.Path;
import io.reloadagent.source.Problem;
import io.reloadagent.source.SourceException;
import io.reloadagent.source.format.Formats;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What must hold for any value whatsoever at the path of a dynamic field of any type; {@code benchmarks/fuzz.sh} has Jazzer look for one for
 * which it does not. The first byte chooses the field, the second the format that the rest is written in.
 */
public final class BinderFuzzer {

    private static final Origin SOMEWHERE = new Origin("fuzz", 1, 1);
    private static final List<Field> FIELDS = fields();
    private static final String OTHER = "other";
    private static final int HEAD = 2;

    private static BinderFuzzer fuzzer;

    private final Bound bound;

    /** Held as a class holds its own. */
    private final List<DynamicClass> classes;

    private final Cell other;

    /** One after the other: their versions follow each other. */
    BinderFuzzer() throws SourceException {
        bound = new Bound(OTHER + ": 0", Bound.rule(EveryKind.class, "", true), Bound.rule(OtherField.class, "", true));
        classes = List.of(bound.binder.describe(EveryKind.class), bound.binder.describe(OtherField.class));
        for (Field field : FIELDS) {
            classes.get(0).cell(field.getName(), SiteType.descriptorOf(field.getType()));
        }
        other = classes.get(1).cell(OTHER, "I");
    }

    /** Called by Jazzer. */
    public static void fuzzerInitialize() throws SourceException {
        fuzzer = new BinderFuzzer();
    }

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] bytes) throws SourceException {
        fuzzer.check(bytes);
    }

    /** A value applies as a whole or is refused with a place, and nothing else; with it all others of the document. */
    void check(byte[] bytes) throws SourceException {
        if (bytes.length < HEAD) {
            return;
        }
        Field field = FIELDS.get((bytes[0] & 0xFF) % FIELDS.size());
        Node value = value(bytes[1] & 0xFF, Arrays.copyOfRange(bytes, HEAD, bytes.length));
        if (value == null) {
            return;
        }
        long before = bound.versions.current().number();
        try {
            checkApplied(field, document(field, value));
        } catch (SourceException e) {
            require(bound.versions.current().number() == before, "what is refused makes no version");
            require(Objects.equals(bound.inForce(other), 0), "what is refused changes nothing else");
            checkProblems(e, field);
        }
    }

    private void checkApplied(Field field, Document document) throws SourceException {
        Object once = newValue(field, bound.binder.compare(bound.versions.current(), document));
        Object twice = newValue(field, bound.binder.compare(bound.versions.current(), document));
        require(Objects.equals(Plain.of(once), Plain.of(twice)), "the same text makes the same value");
        require(
                field.getName().startsWith("own") || Plain.findModifiable(once) == null,
                "collections cannot be modified");
        require(once == null || boxed(field.getType()).isInstance(once), "a value is of the field's type");
        apply(document);
        require(Objects.equals(bound.inForce(other), 1), "what is accepted applies as a whole");
        apply(document(null, null));
        require(Objects.equals(bound.inForce(other), 0), "and can be taken back");
    }

    private void apply(Document document) throws SourceException {
        ChangeSet changes = bound.binder.compare(bound.versions.current(), document);
        bound.apply(changes);
    }

    private static void checkProblems(SourceException refused, Field field) {
        require(!refused.problems().isEmpty(), "a refusal has a reason");
        for (Problem problem : refused.problems()) {
            require(problem.origin() != null, "a problem has a place");
            require(problem.message().indexOf('\n') < 0, "a problem is one line");
            require(
                    problem.path() != null && problem.path().startsWith(pathOf(field)),
                    "a problem has the field's path, not " + problem.path());
        }
    }

    /** Null if it is not well-formed, which is another fuzzer's matter. */
    private static Node value(int kind, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        try {
            return switch (kind % 4) {
                case 0 -> new Leaf(SOMEWHERE, text, text);
                case 1 -> parsed(Formats.YAML, "value: " + text);
                case 2 -> parsed(Formats.named("json"), "{\"value\": " + text + "}");
                default -> parsed(Formats.named("toml"), "value = " + text);
            };
        } catch (SourceException e) {
            return null;
        }
    }

    private static Node parsed(Format format, String text) throws SourceException {
        Content content = new Content("fuzz", format, text.getBytes(StandardCharsets.UTF_8), null);
        return content.parse().root().entries().get("value");
    }

    private static Document document(Field field, Node value) {
        Map<String, Node> entries = new LinkedHashMap<>();
        int number = field == null ? 0 : 1;
        entries.put(OTHER, new Leaf(SOMEWHERE, String.valueOf(number), number));
        if (field != null) {
            entries.put(field.getName(), value);
        }
        return new Document("fuzz", new Branch(SOMEWHERE, entries, Map.of()));
    }

    private static Object newValue(Field field, ChangeSet changes) {
        String path = pathOf(field);
        return changes.changes().stream()
                .filter(change -> change.path().toString().equals(path))
                .map(Change::newValue)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Class<?> boxed(Class<?> type) {
        return type.isPrimitive() ? MethodType.methodType(type).wrap().returnType() : type;
    }

    private static List<Field> fields() {
        List<Field> fields = new ArrayList<>(List.of(EveryKind.class.getDeclaredFields()));
        fields.removeIf(Field::isSynthetic);
        return fields;
    }

    private static String pathOf(Field field) {
        return Path.of("").child(field.getName()).toString();
    }

    private static void require(boolean condition, String invariant) {
        if (!condition) {
            throw new AssertionError("does not hold: " + invariant);
        }
    }

    /** A field that changes with each value, beside the one that gets it. */
    static final class OtherField {
        int other;
    }
}
