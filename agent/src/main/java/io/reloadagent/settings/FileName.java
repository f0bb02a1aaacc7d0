package io.reloadagent.settings;

/** The name of a file as people write it: {@code ~/} at its beginning is their home, which no shell has put there. */
public final class FileName {

    private FileName() {}

    /** The name with the home in place of {@code ~}; any other text is itself. */
    public static String expand(String text) {
        return text.startsWith("~/") ? System.getProperty("user.home") + text.substring(1) : text;
    }
}
