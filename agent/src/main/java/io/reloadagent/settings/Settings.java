package io.reloadagent.settings;

import io.reloadagent.apply.ApplyRule;
import io.reloadagent.bind.Rule;
import io.reloadagent.bind.SecretPaths;
import io.reloadagent.source.Origin;
import io.reloadagent.source.Source;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** What was set. Immutable, but for the secret paths, of which types of fields add more. */
public final class Settings {

    private final Map<Setting<?>, Object> values;
    private final List<Source> sources;
    private final IdentityHashMap<Source, Origin> sourceOrigins;
    private final List<Rule> rules;
    private final List<ApplyRule> applyRules;
    private final SecretPaths secret;
    private final List<String> modules;

    Settings(
            Map<Setting<?>, Object> values,
            List<Source> sources,
            IdentityHashMap<Source, Origin> sourceOrigins,
            List<Rule> rules,
            List<ApplyRule> applyRules,
            SecretPaths secret,
            List<String> modules) {
        this.values = Collections.unmodifiableMap(new HashMap<>(values));
        this.sources = Collections.unmodifiableList(new ArrayList<>(sources));
        this.sourceOrigins = new IdentityHashMap<>(sourceOrigins);
        this.rules = Collections.unmodifiableList(new ArrayList<>(rules));
        this.applyRules = Collections.unmodifiableList(new ArrayList<>(applyRules));
        this.secret = secret;
        this.modules = Collections.unmodifiableList(new ArrayList<>(modules));
    }

    /** The value in force of a setting: what was set, else the default. */
    @SuppressWarnings("unchecked")
    public <T> T get(Setting<T> setting) {
        Object value = values.get(setting);
        return value == null ? setting.parse(setting.defaultText()) : (T) value;
    }

    /** Where values come from, in order of precedence: later ones override earlier ones. */
    public List<Source> sources() {
        return sources;
    }

    /** Where the configuration file names a source; null for one that it does not name. */
    public Origin originOf(Source source) {
        return sourceOrigins.get(source);
    }

    /** The rules for classes that know nothing of the agent. */
    public List<Rule> rules() {
        return rules;
    }

    /** The rules that have methods called. */
    public List<ApplyRule> applyRules() {
        return applyRules;
    }

    /** The names of the only modules and sections that take part in reloads; empty for all. */
    public List<String> modules() {
        return modules;
    }

    /** Tells the paths whose values are secret, to the sources as well: one and the same always. */
    public SecretPaths secret() {
        return secret;
    }
}
