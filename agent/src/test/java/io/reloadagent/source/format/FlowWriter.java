package io.reloadagent.source.format;

import java.util.List;
import java.util.Map;

/** Writes JSON, which is YAML too; with block mappings around it, comments and several ways to quote, it is YAML alone. */
final class FlowWriter extends TreeWriter {

    private final boolean yaml;

    FlowWriter(long style, boolean yaml) {
        super(style);
        this.yaml = yaml;
    }

    @Override
    FlowWriter write(Map<String, ?> tree) {
        if (yaml && !sometimes()) {
            block("", tree, "");
        } else {
            out.append(gap());
            value("", tree);
            out.append(gap());
        }
        return this;
    }

    private void block(String path, Map<String, ?> tree, String indentation) {
        tree.forEach((key, value) -> {
            if (sometimes()) {
                out.append(indentation).append("# comment: 'x\n");
            }
            out.append(indentation).append(quoted(key)).append(':');
            if (value instanceof Map<?, ?> map && !map.isEmpty() && !sometimes()) {
                out.append('\n');
                block(path + "/" + key, asTree(map), indentation + "  ");
            } else {
                out.append(' ');
                value(path + "/" + key, value);
                out.append(sometimes() ? " # comment\n" : "\n");
            }
        });
    }

    private void value(String path, Object value) {
        if (value instanceof Map<?, ?> map) {
            String separator = "{";
            for (Map.Entry<String, ?> entry : asTree(map).entrySet()) {
                out.append(separator)
                        .append(gap())
                        .append(quoted(entry.getKey()))
                        .append(":")
                        .append(gap())
                        .append(' ');
                value(path + "/" + entry.getKey(), entry.getValue());
                out.append(gap());
                separator = ",";
            }
            out.append(map.isEmpty() ? "{" + gap() + "}" : "}");
        } else if (value instanceof List<?> list) {
            out.append('[').append(gap());
            for (int i = 0; i < list.size(); i++) {
                out.append(i == 0 ? "" : ",").append(gap());
                value(path + "[" + i + "]", list.get(i));
            }
            out.append(gap()).append(']');
        } else {
            String written = value instanceof String text ? quoted(text) : String.valueOf(value);
            leaf(path, value, written);
            out.append(written);
        }
    }

    private String quoted(String text) {
        boolean plainEnough = text.chars().allMatch(c -> c >= ' ' && c != 0x85 && c != 0x2028);
        return yaml && plainEnough && sometimes()
                ? "'" + text.replace("'", "''") + "'"
                : '"' + escaped(text, "\"") + '"';
    }

    /** YAML wants what goes on in another line indented. */
    private String gap() {
        return style.nextInt(6) == 0 ? "\n" + " ".repeat(12) : blanks();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> asTree(Map<?, ?> map) {
        return (Map<String, ?>) map;
    }
}
