package io.reloadagent.source.format;

import io.reloadagent.source.Origin;
import io.reloadagent.source.SourceException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Turns what SnakeYAML says of malformed text into one line with a place and an advice. SnakeYAML's own words are never passed on: they quote
 * the text, which may be a secret.
 */
final class YamlAdvice {

    private static final Map<String, String> ADVICE = new LinkedHashMap<>();

    static {
        ADVICE.put(
                "could not find expected ':'", "a key without ':' and a value; add them, or correct the indentation");
        ADVICE.put(
                "mapping values are not allowed here",
                "a ':' is not expected here; quote the value, or correct the indentation");
        ADVICE.put("mapping keys are not allowed here", "a '?' is not expected here; quote the value");
        ADVICE.put(
                "sequence entries are not allowed here",
                "a '-' is not expected here; quote the value, or correct the indentation");
        ADVICE.put("found unexpected end of stream", "the quote that opens here is never closed");
        ADVICE.put("found unexpected document separator", "the quote that opens here is never closed");
        ADVICE.put(
                "found unknown escape character",
                "an unknown escape; write \\\\ for a backslash, or use single quotes");
        ADVICE.put(
                "expected escape sequence", "an incomplete escape; write \\\\ for a backslash, or use single quotes");
        ADVICE.put(
                "found character",
                "a tab, '@', '`', '%' or '\"' cannot begin a value; indent with spaces, or quote the value");
        ADVICE.put(
                "expected <block end>",
                "this does not fit the lines above; correct the indentation, or quote the value above");
        ADVICE.put("expected ',' or ']'", "a ',' or ']' is missing in the list");
        ADVICE.put("expected ',' or '}'", "a ',' or '}' is missing in the mapping");
        ADVICE.put("expected the node content", "a value is expected here");
        ADVICE.put(
                "expected '<document start>'",
                "nothing can follow here; correct the indentation, or quote the value above");
        ADVICE.put("unexpected character found", "a value that begins with '*' or '&' must be quoted");
        ADVICE.put("while scanning a tag", "a value that begins with '!' must be quoted");
        ADVICE.put("while scanning a block scalar", "a value that begins with '|' or '>' must be quoted");
        ADVICE.put("while scanning a directive", "a line that begins with '%' is no key; quote it, or remove it");
        ADVICE.put("found undefined tag handle", "a value that begins with '!' must be quoted");
    }

    private YamlAdvice() {}

    static SourceException of(MarkedYAMLException refusal, String source) {
        String problem = refusal.getProblem() == null ? "" : refusal.getProblem();
        String context = refusal.getContext() == null ? "" : refusal.getContext();
        for (Map.Entry<String, String> entry : ADVICE.entrySet()) {
            if (problem.startsWith(entry.getKey()) || context.startsWith(entry.getKey())) {
                return Refusal.at(place(refusal, problem, source), "not valid YAML: " + entry.getValue());
            }
        }
        return Refusal.at(place(refusal, problem, source), "not valid YAML at this place");
    }

    /** What misses its end is told where it begins. */
    private static Origin place(MarkedYAMLException refusal, String problem, String source) {
        boolean open = problem.startsWith("could not find") || problem.startsWith("found unexpected");
        Mark mark = open || refusal.getProblemMark() == null ? refusal.getContextMark() : refusal.getProblemMark();
        return mark == null ? new Origin(source, 1, 1) : origin(mark, source);
    }

    static Origin origin(Mark mark, String source) {
        return new Origin(source, mark.getLine() + 1, mark.getColumn() + 1);
    }

    static SourceException unknownTag(Origin origin) {
        return Refusal.at(
                origin, "tags are not supported beyond the standard ones; quote a value that begins with '!'");
    }
}
