package io.reloadagent.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A text with references in it: {@code http://${env:HOST:localhost}:${server.port}/}. Immutable. */
final class Template {

    /** What a reference begins with. */
    static final String START = "${";

    private static final String ESCAPED = "$${";
    private static final int DEEPEST = 20;

    /** Each a String, as it is, or a {@link Reference}. */
    private final List<Object> parts;

    private Template(List<Object> parts) {
        this.parts = Collections.unmodifiableList(parts);
    }

    /**
     * Takes a text apart.
     *
     * @throws IllegalArgumentException if a reference does not end, is empty, or is one within too many others
     */
    static Template of(String text) {
        Parser parser = new Parser(text);
        return parser.template(0, false);
    }

    List<Object> parts() {
        return parts;
    }

    /** The text, if there is no reference in it; else null. */
    String plain() {
        StringBuilder plain = new StringBuilder();
        for (Object part : parts) {
            if (part instanceof Reference) {
                return null;
            }
            plain.append((String) part);
        }
        return plain.toString();
    }

    /** Goes through a text once. */
    private static final class Parser {

        private final String text;
        private int at;

        Parser(String text) {
            this.text = text;
        }

        /** Up to the end of the text; within a reference, up to its colon or brace. */
        private Template template(int depth, boolean endsAtColon) {
            List<Object> parts = new ArrayList<>();
            StringBuilder literal = new StringBuilder();
            while (at < text.length() && !isEnd(depth, endsAtColon)) {
                if (text.startsWith(ESCAPED, at)) {
                    literal.append(START);
                    at += ESCAPED.length();
                } else if (text.startsWith(START, at)) {
                    addLiteral(literal, parts);
                    at += START.length();
                    parts.add(reference(depth + 1));
                } else {
                    literal.append(text.charAt(at++));
                }
            }
            addLiteral(literal, parts);
            return new Template(parts);
        }

        private boolean isEnd(int depth, boolean endsAtColon) {
            char c = text.charAt(at);
            return depth > 0 && (c == '}' || (endsAtColon && c == ':'));
        }

        private static void addLiteral(StringBuilder literal, List<Object> parts) {
            if (literal.length() > 0) {
                parts.add(literal.toString());
                literal.setLength(0);
            }
        }

        private Reference reference(int depth) {
            if (depth > DEEPEST) {
                throw new IllegalArgumentException("references stand in one another more than " + DEEPEST + " deep");
            }
            Reference.Kind kind = Reference.Kind.PATH;
            for (Reference.Kind known : Reference.Kind.values()) {
                if (known != Reference.Kind.PATH && text.startsWith(known.prefix(), at)) {
                    kind = known;
                    at += known.prefix().length();
                }
            }
            Template name = template(depth, true);
            Template byDefault = null;
            if (at < text.length() && text.charAt(at) == ':') {
                at++;
                byDefault = template(depth, false);
            }
            if (at >= text.length()) {
                throw new IllegalArgumentException(
                        "'${' begins a reference, which ends with '}'; write '$${' for the characters themselves");
            }
            at++;
            return new Reference(kind, name, byDefault);
        }
    }
}
