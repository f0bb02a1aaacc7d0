package io.reloadagent.bind;

import io.reloadagent.adopt.AdoptedAnnotation;
import io.reloadagent.source.Path;

/** Reads the texts of other frameworks' annotations. */
final class AdoptedText {

    /** The value of MicroProfile's {@code ConfigProperties.UNCONFIGURED_PREFIX}. */
    private static final String UNCONFIGURED = "org.eclipse.microprofile.config.configproperties.unconfiguredprefix";

    private static final String BEGIN = "${";

    private AdoptedText() {}

    /** The path of a prefix; null if it cannot become one. */
    static Path prefix(String text) {
        return text.equals(UNCONFIGURED) ? Path.of("") : pathOf(text);
    }

    /** The name that a field has without one of its own, as MicroProfile says: {@code com.acme.Settings.size}. */
    static String ownerOf(String className, String field) {
        return className.replace('$', '.') + '.' + field;
    }

    /**
     * The path that a field follows.
     *
     * @param owner the name of a field that the annotation gives none
     * @return null if the text names no single key, or one that is no path
     */
    static Path path(AdoptedAnnotation annotation, String text, String owner) {
        String key = annotation.kind() == AdoptedAnnotation.Kind.PLACEHOLDER ? placeholder(text) : text;
        if (key == null) {
            return null;
        }
        return key.isEmpty() ? (owner == null ? null : pathOf(owner)) : pathOf(key);
    }

    /** The key in {@code ${key}} or {@code ${key:default}}; null if the text is anything else, or more. */
    private static String placeholder(String text) {
        String trimmed = text.trim();
        if (!trimmed.startsWith(BEGIN) || end(trimmed) != trimmed.length() - 1) {
            return null;
        }
        String inside = trimmed.substring(BEGIN.length(), trimmed.length() - 1);
        int colon = inside.indexOf(':');
        String key = (colon < 0 ? inside : inside.substring(0, colon)).trim();
        return key.isEmpty() || key.contains(BEGIN) ? null : key;
    }

    /** Where the brace closes that the text begins with. */
    private static int end(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.startsWith(BEGIN, i)) {
                depth++;
            } else if (text.charAt(i) == '}') {
                depth--;
                if (depth == 0) {
                    return i;
                }
            }
        }
        return -1;
    }

    private static Path pathOf(String dotted) {
        try {
            return Path.of(dotted);
        } catch (IllegalArgumentException e) {
            return null; // servers[0].port, for example: no part of a document is found so
        }
    }
}
