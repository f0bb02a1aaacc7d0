package io.reloadagent.cli;

import io.reloadagent.settings.Setting;
import io.reloadagent.settings.SettingCatalog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The sections of the help that list the agent's settings, written from their catalog. */
final class SettingsHelp {

    private static final String SETTINGS = "settings";
    private static final String LISTS = "lists";

    private static final String[] SETTINGS_HEADING = {
        "Settings, of which the first of these places counts:",
        "  behind the jar, as above      KEY=VALUE,KEY=VALUE",
        "  as a system property          -Dreload-agent.KEY=VALUE",
        "  in the environment            RELOAD_AGENT_KEY=VALUE (_ for . and -)",
        "  in the configuration file     KEY: VALUE (YAML; a dot begins a mapping)",
        ""
    };
    private static final String[] LISTS_HEADING = {
        "In the configuration file only:",
        "  sources: [{file: app.yaml}]",
        "  dynamic: [{class: com.acme.Config, prefix: app, fields: [size, timeout]}]",
        "  apply: [{path: database.max_conns, class: com.acme.Pool, method: setMaxSize}]",
        "  secrets: {paths: [\"**.password\"]}",
        ""
    };

    private SettingsHelp() {}

    static void addTo(CommandLine command) {
        command.getHelpSectionMap().put(SETTINGS, help -> section(help, settings(), SETTINGS_HEADING));
        command.getHelpSectionMap().put(LISTS, help -> section(help, SettingCatalog.LISTS, LISTS_HEADING));
        List<String> keys = new ArrayList<>(command.getHelpSectionKeys());
        keys.add(keys.indexOf(UsageMessageSpec.SECTION_KEY_FOOTER) + 1, SETTINGS);
        keys.add(keys.indexOf(SETTINGS) + 1, LISTS);
        command.setHelpSectionKeys(keys);
    }

    private static String section(Help help, Map<String, String> rows, String... heading) {
        String end = System.lineSeparator();
        return end + String.join(end, heading) + end + help.createTextTable(rows);
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
