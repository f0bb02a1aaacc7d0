package io.reloadagent.source.format;

import io.reloadagent.source.Leaf;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A format for the tests that run over all: writes {@code key = value} in it. Keys that a format does not know are quoted or spelt out. */
enum Sample {
    YAML("", "\n", "\n", "# comment\n"),
    JSON("{", ",\n", "}\n", "\n"),
    TOML("", "\n", "\n", "# comment\n"),
    PROPERTIES("", "\n", "\n", "# comment\n! comment"),
    PROPERTIES_LATIN1("", "\n", "\n", "# comment\n! comment"),
    ENV("", "\n", "\n", "# comment\n");

    private final String start;
    private final String separator;
    private final String end;
    private final String comment;

    Sample(String start, String separator, String end, String comment) {
        this.start = start;
        this.separator = separator;
        this.end = end;
        this.comment = comment;
    }

    String format() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String comment() {
        return comment;
    }

    /** What may stand at the beginning of a file. */
    String[] marks() {
        return this == PROPERTIES_LATIN1 ? new String[] {""} : new String[] {"", "\uFEFF"};
    }

    byte[] bytes(String text) {
        return text.getBytes(this == PROPERTIES_LATIN1 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    /** Whether its place is that of a quote. */
    boolean isQuoted(Leaf leaf) {
        return (this == JSON || this == TOML) && leaf.value() instanceof String;
    }

    String lines(String... entries) {
        return Stream.of(entries).map(this::line).collect(Collectors.joining(separator, start, end));
    }

    private String line(String entry) {
        String key = entry.substring(0, entry.indexOf('=')).trim();
        String value = entry.substring(entry.indexOf('=') + 1).trim();
        return switch (this) {
            case YAML -> key + ": " + value;
            case JSON -> '"' + key + "\": " + (isNumber(value) ? value : '"' + value + '"');
            case TOML -> (isPlain(key) ? key : '"' + key + '"') + " = " + (isNumber(value) ? value : "'" + value + "'");
            case PROPERTIES, PROPERTIES_LATIN1 -> key.replace("\uD83D\uDE00", "\\uD83D\\uDE00") + " = " + value;
            case ENV -> (isPlain(key) ? key : "PLAIN") + "=" + value;
        };
    }

    private static boolean isNumber(String text) {
        return text.matches("[0-9]+");
    }

    private static boolean isPlain(String key) {
        return key.matches("[A-Za-z_][A-Za-z0-9_]*");
    }
}
