package io.reloadagent.settings;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a configuration, so that all of it can be mended at once. For one thread. */
final class Mistakes {

    /** More than that nobody reads in one line. */
    private static final int MOST = 20;

    private final List<String> messages = new ArrayList<>();
    private SettingsException first;

    /** A part of the configuration. */
    interface Part {
        /** Reads it; throws what is wrong with it. */
        void read() throws SettingsException;
    }

    /** Reads a part; what is wrong with it is remembered, so that the next part is read as well. */
    void in(Part part) {
        try {
            part.read();
        } catch (SettingsException e) {
            first = first == null ? e : first;
            messages.add(e.getMessage());
        }
    }

    /** Says all that was wrong, in one line. */
    void throwIfAny() throws SettingsException {
        if (messages.size() == 1) {
            throw first;
        }
        if (first != null) {
            List<String> shown = messages.subList(0, Math.min(MOST, messages.size()));
            String rest = messages.size() > MOST ? "; and " + (messages.size() - MOST) + " more" : "";
            throw new SettingsException(String.join("; ", shown) + rest, first);
        }
    }
}
