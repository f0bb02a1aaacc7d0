package io.reloadagent.store;

import com.fasterxml.jackson.core.JsonGenerator;
import io.reloadagent.source.Branch;
import io.reloadagent.source.Document;
import io.reloadagent.source.Leaf;
import io.reloadagent.source.Node;
import io.reloadagent.source.Origin;
import io.reloadagent.source.Problem;
import io.reloadagent.source.Sequence;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes documents as JSON that {@link TreeReader} understands: names of sources once, then a node as an array, {@code [letter, source,
 * line, column, ...]}. The letter is m for a mapping, l for a list, w for what is withheld, p for a leaf with a problem, else it tells the
 * type of the leaf's value. For one use by one thread.
 */
final class TreeWriter {

    private final JsonGenerator json;
    private final Map<String, Integer> sources = new LinkedHashMap<>();

    TreeWriter(JsonGenerator json) {
        this.json = json;
    }

    void write(Document document) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", document.name());
        json.writeFieldName("root");
        write(document.root());
        json.writeArrayFieldStart("sources");
        for (String source : sources.keySet()) {
            json.writeString(source);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(Node node) throws IOException {
        json.writeStartArray();
        json.writeString(letter(node));
        write(node.origin());
        if (node instanceof Branch) {
            writeEntries((Branch) node);
        } else if (node instanceof Sequence) {
            for (Node item : ((Sequence) node).items()) {
                write(item);
            }
        } else {
            writeLeaf((Leaf) node);
        }
        json.writeEndArray();
    }

    private static String letter(Node node) {
        if (node instanceof Branch) {
            return "m";
        }
        if (node instanceof Sequence) {
            return "l";
        }
        Leaf leaf = (Leaf) node;
        if (leaf.isWithheld()) {
            return "w";
        }
        return leaf.problem() != null ? "p" : ScalarType.of(leaf.value()).letter();
    }

    private void write(Origin origin) throws IOException {
        Integer known = sources.get(origin.source());
        if (known == null) {
            known = sources.size();
            sources.put(origin.source(), known);
        }
        json.writeNumber(known);
        json.writeNumber(origin.line());
        json.writeNumber(origin.column());
    }

    /** Key, place of the key, 1 for a variable, node, each. */
    private void writeEntries(Branch branch) throws IOException {
        for (Map.Entry<String, Node> entry : branch.entries().entrySet()) {
            json.writeString(entry.getKey());
            write(branch.keyOrigin(entry.getKey()));
            json.writeNumber(branch.isVariable(entry.getKey()) ? 1 : 0);
            write(entry.getValue());
        }
    }

    private void writeLeaf(Leaf leaf) throws IOException {
        if (leaf.isWithheld()) {
            return;
        }
        json.writeString(leaf.text());
        Problem problem = leaf.problem();
        if (problem != null) {
            write(problem.origin() == null ? leaf.origin() : problem.origin());
            json.writeString(problem.path());
            json.writeString(problem.message());
        } else if (leaf.value() != null && !leaf.value().equals(leaf.text())) {
            json.writeString(leaf.value().toString());
        }
    }
}
