package io.reloadagent.cli;

import io.reloadagent.settings.Setting;
import io.reloadagent.settings.SettingCatalog;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;

/** The section of the help that lists the agent's settings, written from their catalog. */
final class SettingsHelp {

    private static final String SECTION = "settings";

    private SettingsHelp() {}

    static void addTo(CommandLine command) {
        command.getHelpSectionMap()
                .put(
                        SECTION,
                        help -> "%nSettings, key=value behind the jar, or in the file that"
                                        .replace("%n", System.lineSeparator())
                                + " 'config' names:" + System.lineSeparator() + help.createTextTable(settings()));
        java.util.List<String> keys = new java.util.ArrayList<>(command.getHelpSectionKeys());
        keys.add(keys.indexOf(CommandLine.Model.UsageMessageSpec.SECTION_KEY_FOOTER) + 1, SECTION);
        command.setHelpSectionKeys(keys);
    }

    private static Map<String, String> settings() {
        Map<String, String> rows = new LinkedHashMap<>();
        for (Setting<?> setting : SettingCatalog.ALL) {
            String byDefault = setting.defaultText().isEmpty() ? "" : " Default: " + setting.defaultText() + ".";
            rows.put(setting.key(), setting.help() + byDefault);
        }
        return rows;
    }
}
