package io.reloadagent.settings;

import io.reloadagent.source.Source;
import io.reloadagent.source.kind.EnvironmentSource;

/** {@code - env: {prefix: APP_}}: the variables of the environment. */
final class EnvKind implements SourceKind {

    private static final String EXPECTED = "a prefix of variables, {prefix: APP_} for example";

    @Override
    public String key() {
        return "env";
    }

    @Override
    public Source source(SourceEntry entry) throws SettingsException {
        SourceEntry env = entry.entry(key(), EXPECTED);
        String prefix = env.textOr("prefix", null, "what the names of the variables begin with, APP_ for example");
        boolean isNative = env.flag("native");
        env.refuseOthers();
        if (prefix == null) {
            throw new SettingsException(
                    entry.origin(key()) + " 'prefix' is missing: expected " + EXPECTED + ", \"\" for all variables");
        }
        return isNative ? EnvironmentSource.ofNative(prefix) : new EnvironmentSource(prefix, System::getenv);
    }
}
