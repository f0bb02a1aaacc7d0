package io.reloadagent.it;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A notation of sources: writes {@code path=value} entries in it, each in a line of its own. */
enum SourceFormat {
    YAML,
    JSON,
    TOML,
    PROPERTIES,
    ENV;

    String file() {
        return "app." + this;
    }

    /** Whether it knows lists. */
    boolean hasLists() {
        return this == YAML || this == JSON || this == TOML;
    }

    /** @param entries a value that is no number is a text; one in brackets a list of numbers */
    String[] lines(String... entries) {
        List<String> lines = new ArrayList<>();
        switch (this) {
            case YAML -> nested(tree(entries), "", lines, "", "");
            case JSON -> {
                lines.add("{");
                nested(tree(entries), " ", lines, "\"", ",");
                lines.add("}");
            }
            default -> {
                for (String entry : entries) {
                    int equals = entry.indexOf('=');
                    lines.add(entry.substring(0, equals + 1) + value(entry.substring(equals + 1)));
                }
            }
        }
        return lines.toArray(new String[0]);
    }

    /** A text with the same key in lines 1 and 2. */
    String twice(String key) {
        String first = key + " = 1\n";
        return switch (this) {
            case YAML -> key + ": 1\n" + key + ": 2\n";
            case JSON -> "{\"" + key + "\": 1,\n\"" + key + "\": 2}\n";
            case TOML -> first + key + " = 2\n";
            default -> (first + key + " = 2\n").replace(" ", "");
        };
    }

    /** A text with a list of so many numbers; where there are no lists, with so many long lines. */
    String many(int count) {
        return switch (this) {
            case YAML -> "many: [" + "1,".repeat(count - 1) + "1]\n";
            case JSON -> "{\"many\": [" + "1,".repeat(count - 1) + "1]}\n";
            case TOML -> "many = [" + "1,".repeat(count - 1) + "1]\n";
            default ->
                IntStream.range(0, count)
                        .mapToObj(i -> "service.number" + i + "=1\n")
                        .collect(Collectors.joining());
        };
    }

    /** A text with a value in so many lists; where there are no lists, with a key of so many parts. */
    String deep(int depth) {
        String value = "[".repeat(depth) + "]".repeat(depth);
        return switch (this) {
            case YAML -> "deep: " + value + "\n";
            case JSON -> "{\"deep\": " + value + "}\n";
            case TOML -> "deep = " + value + "\n";
            default -> "d" + ".d".repeat(depth) + "=1\n";
        };
    }

    /** Where a value stands that occurs once, in the file of these entries: {@code app.yaml:1:2}. */
    String place(String value, String... entries) {
        String[] lines = lines(entries);
        for (int i = 0; i < lines.length; i++) {
            int column = lines[i].indexOf(value(value));
            if (column >= 0) {
                return file() + ":" + (i + 1) + ":" + (column + 1);
            }
        }
        throw new AssertionError(value + " in " + List.of(lines));
    }

    private void nested(Map<String, Object> tree, String indentation, List<String> lines, String quote, String comma) {
        int left = tree.size();
        for (Map.Entry<String, Object> entry : tree.entrySet()) {
            String end = --left == 0 ? "" : comma;
            String key = indentation + quote + entry.getKey() + quote + ":";
            if (entry.getValue() instanceof String text) {
                lines.add(key + " " + value(text) + end);
            } else {
                lines.add(key + (this == JSON ? " {" : ""));
                nested(asTree(entry.getValue()), indentation + "  ", lines, quote, comma);
                if (this == JSON) {
                    lines.add(indentation + "}" + end);
                }
            }
        }
    }

    private String value(String text) {
        boolean plain = text.matches("-?[0-9]+|\\[.*\\]");
        return plain || !(this == JSON || this == TOML) ? text : '"' + text + '"';
    }

    private static Map<String, Object> tree(String... entries) {
        Map<String, Object> root = new LinkedHashMap<>();
        for (String entry : entries) {
            String[] path = entry.substring(0, entry.indexOf('=')).split("\\.");
            Map<String, Object> branch = root;
            for (int i = 0; i < path.length - 1; i++) {
                branch = asTree(branch.computeIfAbsent(path[i], key -> new LinkedHashMap<String, Object>()));
            }
            branch.put(path[path.length - 1], entry.substring(entry.indexOf('=') + 1));
        }
        return root;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asTree(Object branch) {
        return (Map<String, Object>) branch;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
