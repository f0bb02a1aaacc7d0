package io.reloadagent.source.format;

import java.util.List;
import java.util.Map;

/** Writes TOML: inline, by dotted keys, or under headers. */
final class TomlWriter extends TreeWriter {

    TomlWriter(long style) {
        super(style);
    }

    @Override
    TomlWriter write(Map<String, ?> tree) {
        table("", "", tree);
        return this;
    }

    /** What has a header of its own comes last. */
    private void table(String path, String header, Map<String, ?> tree) {
        tree.forEach((key, value) -> {
            if (!hasHeader(value)) {
                entry(path + "/" + key, blanks() + key(key), value);
            }
        });
        tree.forEach((key, value) -> {
            if (hasHeader(value)) {
                String name = header.isEmpty() ? key(key) : header + blanks() + "." + blanks() + key(key);
                if (!isImplied(asTree(value))) {
                    out.append(blanks())
                            .append('[')
                            .append(blanks())
                            .append(name)
                            .append(']')
                            .append(end());
                }
                table(path + "/" + key, name, asTree(value));
            }
        });
    }

    /** Needs no header of its own. */
    private boolean isImplied(Map<String, ?> tree) {
        return !tree.isEmpty() && tree.values().stream().allMatch(TomlWriter::hasHeader) && sometimes();
    }

    private static boolean hasHeader(Object value) {
        return value instanceof Map<?, ?> map && map.size() != 1;
    }

    private void entry(String path, String key, Object value) {
        if (value instanceof Map<?, ?> map && map.size() == 1 && !sometimes()) {
            asTree(map).forEach((name, inner) -> entry(path + "/" + name, key + blanks() + "." + key(name), inner));
        } else {
            out.append(key).append(blanks()).append('=').append(blanks());
            value(path, value);
            out.append(end());
        }
    }

    private void value(String path, Object value) {
        if (value instanceof Map<?, ?> map) {
            out.append('{').append(blanks());
            String separator = "";
            for (Map.Entry<String, ?> entry : asTree(map).entrySet()) {
                out.append(separator)
                        .append(blanks())
                        .append(key(entry.getKey()))
                        .append(" = ");
                value(path + "/" + entry.getKey(), entry.getValue());
                separator = ",";
            }
            out.append(blanks()).append('}');
        } else if (value instanceof List<?> list) {
            out.append('[');
            for (int i = 0; i < list.size(); i++) {
                out.append(i == 0 ? "" : ",").append(sometimes() ? " # comment\n" : blanks());
                value(path + "[" + i + "]", list.get(i));
            }
            out.append(blanks()).append(']');
        } else {
            String written = value instanceof String text ? quoted(text) : String.valueOf(value);
            leaf(path, value, written);
            out.append(written);
        }
    }

    private String key(String key) {
        return key.matches("[A-Za-z0-9_-]+") && !sometimes() ? key : quotedOnce(key);
    }

    private String quoted(String text) {
        if (sometimes() && text.chars().allMatch(c -> c != '\r' && c != '\\' && c != '"')) {
            return "\"\"\"\n" + text + "\"\"\"";
        }
        return quotedOnce(text);
    }

    private String quotedOnce(String text) {
        boolean literal = text.chars().allMatch(c -> c >= ' ' && c != '\'');
        return literal && sometimes() ? "'" + text + "'" : '"' + escaped(text, "\"") + '"';
    }

    private String end() {
        return blanks() + (sometimes() ? "# comment = 'x'\n" : sometimes() ? "\r\n" : "\n");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> asTree(Object map) {
        return (Map<String, ?>) map;
    }
}
