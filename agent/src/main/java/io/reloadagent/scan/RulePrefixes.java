package io.reloadagent.scan;

import java.util.HashSet;
import java.util.Set;

/** Gives each class a prefix for its keys that no other has: {@code database} to {@code com.acme.DatabaseConfig}. For one thread. */
final class RulePrefixes {

    private static final String[] SAY_NOTHING = {
        "Configuration",
        "Config",
        "Conf",
        "Settings",
        "Setting",
        "Properties",
        "Props",
        "Options",
        "Opts",
        "Parameters",
        "Params",
        "Preferences",
        "Prefs"
    };

    private final Set<String> taken = new HashSet<>();

    String of(ClassFacts facts) {
        String simple = facts.simpleName().substring(facts.simpleName().lastIndexOf('$') + 1);
        String name = facts.name();
        String above = name.substring(0, Math.max(0, Math.max(name.lastIndexOf('.'), name.lastIndexOf('$'))));
        above = above.substring(Math.max(above.lastIndexOf('.'), above.lastIndexOf('$')) + 1);
        String stem = stem(simple);
        String[] choices = {
            stem.isEmpty() ? key(above) : key(stem), key(above) + "." + key(stem.isEmpty() ? simple : stem), key(simple)
        };
        for (String choice : choices) {
            if (isKey(choice) && taken.add(choice)) {
                return choice;
            }
        }
        for (int i = 2; ; i++) {
            String choice = "class-" + i;
            if (taken.add(choice)) {
                return choice;
            }
        }
    }

    private static String stem(String name) {
        for (String end : SAY_NOTHING) {
            if (name.endsWith(end)) {
                return name.substring(0, name.length() - end.length());
            }
        }
        return name;
    }

    private static String key(String name) {
        return String.join("-", FieldWords.of(name));
    }

    private static boolean isKey(String text) {
        return text.matches("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)?");
    }
}
