package io.reloadagent.settings;

/** The agent's own configuration is wrong. The message says where, what, and how to mend it. */
public final class SettingsException extends Exception {

    private static final long serialVersionUID = 1;

    SettingsException(String message) {
        super(message);
    }

    SettingsException(String message, Throwable cause) {
        super(message, cause);
    }
}
