package io.reloadagent.settings;

import java.util.function.Function;

/**
 * One thing that can be set. Immutable.
 *
 * @param <T> the type of its value
 */
public final class Setting<T> {

    static final String PROPERTY_PREFIX = "reload-agent.";

    private final String key;
    private final String defaultText;
    private final Function<String, T> parser;
    private final String help;

    /**
     * Describes a setting.
     *
     * @param parser throws {@link IllegalArgumentException} with what was expected, "expected true or false"
     */
    Setting(String key, String defaultText, Function<String, T> parser, String help) {
        this.key = key;
        this.defaultText = defaultText;
        this.parser = parser;
        this.help = help;
    }

    /** The dotted name, {@code reload.check-interval}. */
    public String key() {
        return key;
    }

    /** The default as one would write it; empty for none. */
    public String defaultText() {
        return defaultText;
    }

    /** What it does, in one sentence. */
    public String help() {
        return help;
    }

    /** The name of the system property. */
    String property() {
        return PROPERTY_PREFIX + key;
    }

    /** The name of the environment variable. */
    String variable() {
        return "RELOAD_AGENT_" + key.replace('.', '_').replace('-', '_').toUpperCase(java.util.Locale.ROOT);
    }

    T parse(String text) {
        return parser.apply(text);
    }

    @Override
    public String toString() {
        return key;
    }
}
