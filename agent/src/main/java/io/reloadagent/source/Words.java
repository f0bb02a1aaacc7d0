package io.reloadagent.source;

import java.util.Locale;

/** Brings the ways to write one name to one form: lower-case words joined by {@code _}. */
final class Words {

    private Words() {}

    static String canonical(String name) {
        if (isPlainlyCanonical(name)) {
            return name;
        }
        StringBuilder canonical = new StringBuilder(name.length() + 4);
        int start = 0;
        for (int i = 0; i <= name.length(); i++) {
            if (i == name.length() || isSeparator(name.charAt(i))) {
                append(name.substring(start, i), canonical);
                start = i + 1;
            }
        }
        return canonical.length() == 0 ? name : canonical.toString();
    }

    /** Most names, and all that are asked for again, are: worth a look before the work. */
    private static boolean isPlainlyCanonical(String name) {
        char last = '_';
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c == '_' && last != '_');
            if (!plain) {
                return false;
            }
            last = c;
        }
        return last != '_';
    }

    private static boolean isSeparator(char c) {
        return c == '_' || c == '-' || c == ' ';
    }

    /** A part without any lower-case letter, such as HTTP2PORT, is one word; in others a new word begins where the case says so. */
    private static void append(String part, StringBuilder canonical) {
        if (part.isEmpty()) {
            return;
        }
        if (canonical.length() > 0) {
            canonical.append('_');
        }
        String lower = part.toLowerCase(Locale.ROOT);
        boolean oneWord =
                part.equals(lower) || part.equals(part.toUpperCase(Locale.ROOT)) || lower.length() != part.length();
        if (oneWord) {
            canonical.append(lower);
            return;
        }
        for (int i = 0; i < part.length(); i++) {
            if (i > 0 && beginsWord(part, i)) {
                canonical.append('_');
            }
            canonical.append(lower.charAt(i));
        }
    }

    private static boolean beginsWord(String part, int i) {
        if (!Character.isUpperCase(part.charAt(i))) {
            return false;
        }
        boolean acronymGoesOn = Character.isUpperCase(part.charAt(i - 1));
        boolean lowerFollows = i + 1 < part.length() && Character.isLowerCase(part.charAt(i + 1));
        return !acronymGoesOn || lowerFollows;
    }
}
