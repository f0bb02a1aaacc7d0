package io.reloadagent.settings;

/** The name of a file as people write it: {@code ~/} at its beginning is their home, which no shell has put there. */
final class FileName {

    private FileName() {}

    static String expand(String text) {
        return text.startsWith("~/") ? System.getProperty("user.home") + text.substring(1) : text;
    }
}
