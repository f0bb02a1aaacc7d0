package io.reloadagent.settings;

import java.time.Duration;

/** The time that a source must rest is waited for within other times, and has to fit into them. */
final class SettleWindow {

    private SettleWindow() {}

    /**
     * Checks the settings against each other.
     *
     * @throws SettingsException if nothing could ever be reloaded with them
     */
    static void check(Settings settings) throws SettingsException {
        fit(settings, SettingCatalog.TIMEOUT, "every reload would run out of time before its sources are read");
        if (settings.get(SettingCatalog.WATCH)) {
            fit(
                    settings,
                    SettingCatalog.CHECK_INTERVAL,
                    "the sources would be looked at again before they can have settled");
        }
    }

    private static void fit(Settings settings, Setting<Duration> longer, String otherwise) throws SettingsException {
        Duration settle = settings.get(SettingCatalog.SETTLE);
        Duration limit = settings.get(longer);
        if (settle.compareTo(limit) >= 0) {
            throw new SettingsException(
                    SettingCatalog.SETTLE + " (" + text(settle) + ") is not shorter than " + longer + " (" + text(limit)
                            + "): " + otherwise + "; make " + SettingCatalog.SETTLE + " shorter or " + longer
                            + " longer");
        }
    }

    /** As one would write it in a file: {@code 90s}, {@code 250ms}. */
    private static String text(Duration duration) {
        long nanos = duration.toNanos();
        if (nanos % 1_000_000 != 0) {
            return nanos + "ns";
        }
        return nanos % 1_000_000_000 == 0 ? nanos / 1_000_000_000 + "s" : nanos / 1_000_000 + "ms";
    }
}
