package io.reloadagent.bind;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A class's name, or a pattern of names in which {@code *} stands for any characters but dots. A nested class may be
 * written with a dot as in source code, or with {@code $} as the JVM names it. Immutable.
 */
public final class ClassPattern {

    private final String text;

    /** Null for a name. */
    private final Pattern pattern;

    /** What every name begins with, as written; spares nearly all classes the pattern. */
    private final String begin;

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
        this.begin = text.indexOf('*') < 0 ? text : text.substring(0, text.indexOf('*'));
        this.pattern = isName() ? null : pattern(text);
    }

    private static Pattern pattern(String text) {
        StringBuilder regex = new StringBuilder();
        for (String part : text.split("\\*", -1)) {
            regex.append(regex.length() == 0 ? "" : "[^.]*").append(literal(part));
        }
        return Pattern.compile(regex.toString());
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
    public boolean isName() {
        return text.indexOf('*') < 0;
    }

    /** The names that it may stand for, {@code com.acme.Main$Settings}; null if it is a pattern of several. */
    List<String> names() {
        if (!isName()) {
            return null;
        }
        List<String> names = new ArrayList<>();
        names.add(text);
        String name = text;
        for (int dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.')) {
            name = name.substring(0, dot) + '$' + name.substring(dot + 1);
            names.add(name);
        }
        return names;
    }

    /** A dot as written may be the dollar of a nested class. */
    private static String literal(String part) {
        return part.isEmpty() ? "(?:)" : Pattern.quote(part).replace(".", "\\E[.$]\\Q");
    }

    /** Whether a class, {@code com.acme.Main$Settings}, has such a name. */
    public boolean matches(String className) {
        return pattern == null
                ? className.length() == text.length() && begins(className)
                : begins(className) && pattern.matcher(className).matches();
    }

    /** From the end: packages begin alike. */
    private boolean begins(String className) {
        if (className.length() < begin.length()) {
            return false;
        }
        for (int i = begin.length() - 1; i >= 0; i--) {
            char written = begin.charAt(i);
            char given = className.charAt(i);
            if (written != given && !(written == '.' && given == '$')) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return text;
    }
}
