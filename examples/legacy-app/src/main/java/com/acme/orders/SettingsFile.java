package com.acme.orders;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A settings file: as much of YAML as we need, that is nested keys with plain values, and comments. */
class SettingsFile {

    private static final Pattern IGNORED = Pattern.compile("\\s*(#.*)?|---\\s*");
    private static final Pattern ENTRY =
            Pattern.compile("( *)([\\w.-]+):(?:\\s+(\"[^\"]*\"|'[^']*'|[^#\\s].*?))?\\s*(?:\\s#.*)?");

    private final String name;
    private final Map<String, String> values = new LinkedHashMap<>();

    private SettingsFile(String name) {
        this.name = name;
    }

    /**
     * Reads a file.
     *
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if a line of it is not understood
     */
    static SettingsFile read(Path path) throws IOException {
        SettingsFile file = new SettingsFile(path.getFileName().toString());
        Deque<Section> sections = new ArrayDeque<>();
        int number = 0;
        for (String line : Files.readAllLines(path, StandardCharsets.UTF_8)) {
            number++;
            if (!IGNORED.matcher(line).matches()) {
                file.add(line, number, sections);
            }
        }
        return file;
    }

    private void add(String line, int number, Deque<Section> sections) {
        Matcher entry = ENTRY.matcher(line);
        if (!entry.matches()) {
            throw new IllegalArgumentException(name + ":" + number + ": expected 'key: value'");
        }
        int indent = entry.group(1).length();
        while (!sections.isEmpty() && sections.peek().indent >= indent) {
            sections.pop();
        }
        String key = (sections.isEmpty() ? "" : sections.peek().key + ".") + entry.group(2);
        if (entry.group(3) == null) {
            sections.push(new Section(indent, key));
        } else {
            values.put(key, unquoted(entry.group(3)));
        }
    }

    private static String unquoted(String text) {
        boolean quoted = text.startsWith("\"") || text.startsWith("'");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    String getString(String key) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException(name + ": " + key + " is missing");
        }
        return value;
    }

    int getInt(String key) {
        try {
            return Integer.parseInt(getString(key));
        } catch (NumberFormatException e) {
            throw wrong(key, "a whole number", e);
        }
    }

    long getLong(String key) {
        try {
            return Long.parseLong(getString(key));
        } catch (NumberFormatException e) {
            throw wrong(key, "a whole number", e);
        }
    }

    boolean getBoolean(String key) {
        String value = getString(key);
        if (!value.equals("true") && !value.equals("false")) {
            throw wrong(key, "true or false", null);
        }
        return value.equals("true");
    }

    Duration getDuration(String key) {
        try {
            return Duration.parse(getString(key));
        } catch (DateTimeParseException e) {
            throw wrong(key, "a duration like PT3S", e);
        }
    }

    private IllegalArgumentException wrong(String key, String expected, Exception cause) {
        return new IllegalArgumentException(
                name + ": " + key + " must be " + expected + ", not '" + values.get(key) + "'", cause);
    }

    private static class Section {

        private final int indent;
        private final String key;

        Section(int indent, String key) {
            this.indent = indent;
            this.key = key;
        }
    }
}
