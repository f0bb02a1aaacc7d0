package io.reloadagent.settings;

import java.util.LinkedHashMap;
import java.util.Map;

/** The agent's arguments: {@code key=value[,key=value...]}, or each on a line, as the command line hands them over. */
final class Arguments {

    private Arguments() {}

    /**
     * Takes the arguments apart.
     *
     * @param text null or empty for none
     */
    static Map<String, String> parse(String text) throws SettingsException {
        Map<String, String> arguments = new LinkedHashMap<>();
        if (text == null || text.trim().isEmpty()) {
            return arguments;
        }
        for (String argument : text.split(text.indexOf('\n') < 0 ? "," : "\n")) {
            int equals = argument.indexOf('=');
            if (equals < 1) {
                throw new SettingsException(
                        "argument '" + argument + "' is not key=value; a value with a comma in it does not"
                                + " fit here, write it as a system property: -D" + Setting.PROPERTY_PREFIX
                                + "source=FILE for example; known keys are " + SettingCatalog.ALL);
            }
            String key = argument.substring(0, equals).trim();
            if (SettingCatalog.find(key) == null) {
                throw new SettingsException("unknown argument '" + key + "'" + KnownKeys.advice(key));
            }
            if (arguments.put(key, argument.substring(equals + 1).trim()) != null) {
                throw new SettingsException("argument '" + key + "' is given twice; keep one");
            }
        }
        return arguments;
    }
}
