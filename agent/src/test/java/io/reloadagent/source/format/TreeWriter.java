package io.reloadagent.source.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Writes a generated tree in a notation, in one of its many ways, and remembers where each leaf begins. */
abstract class TreeWriter {

    final Random style;
    final StringBuilder out = new StringBuilder();
    private final List<String> leaves = new ArrayList<>();

    TreeWriter(long style) {
        this.style = new Random(style);
    }

    abstract TreeWriter write(Map<String, ?> tree);

    String text() {
        return out.toString();
    }

    /** As {@link Parsing#leaves} lists them. */
    List<String> leaves() {
        return leaves;
    }

    /** The next character that is written is the leaf's first. */
    void leaf(String path, Object value, String written) {
        String before = out.toString();
        int line = 1;
        int start = 0;
        for (int i = 0; i < before.length(); i++) {
            boolean ends = before.charAt(i) == '\n'
                    || (before.charAt(i) == '\r' && !(i + 1 < before.length() && before.charAt(i + 1) == '\n'));
            if (ends) {
                line++;
                start = i + 1;
            }
        }
        String type = value == null ? "null" : value.getClass().getSimpleName();
        leaves.add(path + "=" + type + ":" + (value instanceof String ? value : written) + "@" + line + ":"
                + (before.codePointCount(start, before.length()) + 1));
    }

    boolean sometimes() {
        return style.nextInt(3) == 0;
    }

    String blanks() {
        return " ".repeat(style.nextInt(3));
    }

    static String escaped(String text, String alsoEscaped) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' || alsoEscaped.indexOf(c) >= 0) {
                escaped.append('\\').append(c);
            } else if (c < ' ' || c == '\u0085' || c == '\u2028') {
                escaped.append(String.format("\\u%04x", (int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
