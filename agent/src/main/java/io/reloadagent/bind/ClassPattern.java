package io.reloadagent.bind;

import java.util.regex.Pattern;

/**
 * A class's name, or a pattern of names in which {@code *} stands for any characters but dots. A nested class may be
 * written with a dot as in source code, or with {@code $} as the JVM names it. Immutable.
 */
public final class ClassPattern {

    private final String text;
    private final Pattern pattern;

    /**
     * Creates a pattern.
     *
     * @param text {@code com.acme.Main$Settings}, {@code com.acme.*Config}
     * @throws IllegalArgumentException if no class can have such a name, as it is one of a file, or has {@code **}
     */
    public ClassPattern(String text) {
        String mistake = mistake(text);
        if (mistake != null) {
            throw new IllegalArgumentException("'" + text + "' is no name of a class: " + mistake);
        }
        this.text = text;
        StringBuilder regex = new StringBuilder();
        for (String part : text.split("\\*", -1)) {
            regex.append(regex.length() == 0 ? "" : "[^.]*").append(literal(part));
        }
        this.pattern = Pattern.compile(regex.toString());
    }

    /** Null if there is none. */
    private static String mistake(String text) {
        if (text.indexOf('/') >= 0) {
            return "write dots in place of '/', com.acme.Config for example";
        }
        if (text.endsWith(".class")) {
            return "leave out '.class'";
        }
        return text.contains("**") ? "* stands for anything but a dot, and ** for nothing; write one *" : null;
    }

    /** Whether it is one name, not a pattern of several. */
    boolean isName() {
        return text.indexOf('*') < 0;
    }

    /** A dot as written may be the dollar of a nested class. */
    private static String literal(String part) {
        return part.isEmpty() ? "(?:)" : Pattern.quote(part).replace(".", "\\E[.$]\\Q");
    }

    boolean matches(String className) {
        return pattern.matcher(className).matches();
    }

    @Override
    public String toString() {
        return text;
    }
}
