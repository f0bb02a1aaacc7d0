package io.reloadagent.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A key of a document as written, and the canonical words that its dots part it into. Immutable. */
final class Key {

    private final String text;
    private final List<String> parts;
    private final List<String> words;

    private Key(String text, List<String> parts) {
        this.text = text;
        this.parts = parts;
        this.words = canonical(parts);
    }

    /** A key whose dots part nothing from nothing ("a..b", ".hidden") is one word with dots in it. */
    static Key of(String text) {
        if (text.indexOf('.') < 0) {
            return new Key(text, Collections.singletonList(text));
        }
        List<String> parts = Arrays.asList(text.split("\\.", -1));
        return new Key(text, parts.contains("") ? Collections.singletonList(text) : parts);
    }

    String text() {
        return text;
    }

    List<String> words() {
        return words;
    }

    /** What follows the first so many words, as written. */
    String after(int count) {
        return String.join(".", parts.subList(count, parts.size()));
    }

    private static List<String> canonical(List<String> parts) {
        if (parts.size() == 1) {
            return Collections.singletonList(Words.canonical(parts.get(0)));
        }
        List<String> words = new ArrayList<>(parts.size());
        for (String part : parts) {
            words.add(Words.canonical(part));
        }
        return Collections.unmodifiableList(words);
    }
}
