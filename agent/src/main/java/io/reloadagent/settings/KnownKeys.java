package io.reloadagent.settings;

import io.reloadagent.bind.Nearest;
import java.util.ArrayList;
import java.util.List;

/** The keys of the configuration file, for the advice that an unknown one deserves. */
final class KnownKeys {

    private KnownKeys() {}

    /** The end of a sentence about an unknown key. A list, which only a file can hold, may be what was meant. */
    static String advice(String key) {
        List<String> known = new ArrayList<>(SettingCatalog.LISTS.keySet());
        SettingCatalog.ALL.forEach(setting -> known.add(setting.key()));
        if (known.contains(key)) {
            return "; it is a list, which stands in the file that 'config' names";
        }
        String nearest = Nearest.of(key, known);
        return nearest == null ? "; known are " + known : "; did you mean '" + nearest + "'?";
    }
}
