package io.reloadagent.settings;

import io.reloadagent.apply.ApplyRule;
import io.reloadagent.bind.Rule;
import io.reloadagent.bind.SecretPaths;
import io.reloadagent.report.webhook.WebhookUrl;
import io.reloadagent.source.Branch;
import io.reloadagent.source.Document;
import io.reloadagent.source.Leaf;
import io.reloadagent.source.Node;
import io.reloadagent.source.Origin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The agent's configuration file, taken apart. Immutable once it is read. */
final class ConfigurationFile {

    private static final String EXTENSIONS = "extensions";

    /** What throws if an address is not one that the agent can use; it would go on without, and warn. */
    private static final Map<Setting<?>, Consumer<String>> ADDRESSES = addresses();

    private final Document document;
    private final boolean strict;
    private final Map<Setting<?>, Object> values = new HashMap<>();
    private Origin addressOrigin;
    private SourceList sources = SourceList.none();
    private List<Rule> rules = Collections.emptyList();
    private List<ApplyRule> applyRules = Collections.emptyList();
    private SecretPaths secret = new SecretPaths(SettingCatalog.SECRET_PATHS);
    private List<String> modules = Collections.emptyList();

    private ConfigurationFile(Document document, boolean strict) {
        this.document = document;
        this.strict = strict;
    }

    private static Map<Setting<?>, Consumer<String>> addresses() {
        Map<Setting<?>, Consumer<String>> addresses = new HashMap<>();
        addresses.put(SettingCatalog.HTTP_ADDRESS, HttpAddress::parse);
        addresses.put(SettingCatalog.WEBHOOK_URL, WebhookUrl::parse);
        return Collections.unmodifiableMap(addresses);
    }

    static ConfigurationFile none() {
        return new ConfigurationFile(Document.empty("none"), false);
    }

    /**
     * Takes a file apart.
     *
     * @param file where it stands; relative sources start there
     * @param strict whether to refuse what the agent only warns of, and goes on without
     */
    static ConfigurationFile of(Path file, Document document, boolean strict) throws SettingsException {
        ConfigurationFile configuration = new ConfigurationFile(document, strict);
        Mistakes mistakes = new Mistakes();
        configuration.read("", document.root(), file, mistakes);
        mistakes.in(configuration::refuseExposed);
        mistakes.throwIfAny();
        return configuration;
    }

    private void read(String prefix, Branch branch, Path file, Mistakes mistakes) {
        for (Map.Entry<String, Node> entry : branch.entries().entrySet()) {
            String key = prefix + entry.getKey();
            Node node = entry.getValue();
            Origin origin = branch.keyOrigin(entry.getKey());
            if (node instanceof Branch && isPrefix(key)) {
                read(key + ".", (Branch) node, file, mistakes);
            } else {
                mistakes.in(() -> read(key, node, origin, file));
            }
        }
    }

    private void read(String key, Node node, Origin origin, Path file) throws SettingsException {
        if (key.equals("sources")) {
            sources = SourceList.read(node, document.root().entries().get(EXTENSIONS), file, path -> secret.test(path));
        } else if (key.equals(EXTENSIONS)) {
            Nodes.list(node, "a list of jars, [consul-source.jar] for example"); // read with the sources
        } else if (key.equals("dynamic")) {
            rules = RuleList.read(node);
        } else if (key.equals("apply")) {
            applyRules = ApplyList.read(node);
        } else if (key.equals(SettingCatalog.ADOPT.key())) {
            values.put(SettingCatalog.ADOPT, Frameworks.read(node));
        } else if (key.equals("secrets.paths")) {
            secret = secretPaths(node);
        } else if (key.equals("reload.modules")) {
            modules = modules(node);
        } else if (node instanceof Leaf) {
            set(key, origin, (Leaf) node);
        } else if (SettingCatalog.find(key) == SettingCatalog.SOURCE) {
            throw new SettingsException(origin + " '" + key + "' takes no list here; did you mean 'sources'?");
        } else {
            throw unknown(key, origin);
        }
    }

    private static SecretPaths secretPaths(Node node) throws SettingsException {
        String expected = "a list of paths, [\"**.password\"] for example";
        List<String> globs = new ArrayList<>();
        SecretPaths paths = new SecretPaths(globs);
        for (Node item : Nodes.list(node, expected)) {
            globs.add(Nodes.text(item, expected));
            try {
                paths = new SecretPaths(globs);
            } catch (IllegalArgumentException e) {
                throw new SettingsException(item.origin() + " secrets.paths: " + e.getMessage(), e);
            }
        }
        return paths;
    }

    private static List<String> modules(Node node) throws SettingsException {
        String expected = "a list of names of modules or sections, [database] for example";
        List<String> names = new ArrayList<>();
        for (Node item : Nodes.list(node, expected)) {
            names.add(Nodes.text(item, expected));
        }
        return names;
    }

    private void set(String key, Origin origin, Leaf leaf) throws SettingsException {
        Setting<?> setting = SettingCatalog.find(key);
        if (setting == null) {
            throw unknown(key, origin);
        }
        if (setting == SettingCatalog.CONFIG || setting == SettingCatalog.SOURCE) {
            throw new SettingsException(origin + " '" + key
                    + "' is for the agent's arguments; in this file write 'sources: [{file: app.yaml}]'");
        }
        if (strict) {
            refuseUnusable(setting, leaf);
        }
        if (setting == SettingCatalog.HTTP_ADDRESS) {
            addressOrigin = leaf.origin();
        }
        values.put(setting, SettingsReader.parse(setting, leaf.text(), leaf.origin() + " " + key));
    }

    private static void refuseUnusable(Setting<?> setting, Leaf leaf) throws SettingsException {
        Consumer<String> use = ADDRESSES.get(setting);
        if (use == null || leaf.text().isEmpty()) {
            return;
        }
        try {
            use.accept(leaf.text());
        } catch (IllegalArgumentException e) {
            throw new SettingsException(leaf.origin() + " " + e.getMessage(), e);
        }
    }

    /** Whether other machines may reach HTTP depends on what else is set. */
    private void refuseExposed() throws SettingsException {
        String address = (String) values.getOrDefault(SettingCatalog.HTTP_ADDRESS, "");
        if (!strict || address.isEmpty()) {
            return;
        }
        try {
            HttpAddress.parse(address)
                    .refuseExposed(
                            values.containsKey(SettingCatalog.HTTP_KEY_STORE),
                            values.containsKey(SettingCatalog.HTTP_HOSTS));
        } catch (IllegalArgumentException e) {
            throw new SettingsException(addressOrigin + " " + e.getMessage(), e);
        }
    }

    private static boolean isPrefix(String key) {
        return key.equals("secrets")
                || SettingCatalog.ALL.stream().anyMatch(setting -> setting.key().startsWith(key + "."));
    }

    private static SettingsException unknown(String key, Origin origin) {
        return new SettingsException(origin + " unknown key '" + key + "'" + KnownKeys.advice(key));
    }

    Map<Setting<?>, Object> values() {
        return values;
    }

    SourceList sources() {
        return sources;
    }

    List<Rule> rules() {
        return rules;
    }

    List<ApplyRule> applyRules() {
        return applyRules;
    }

    List<String> modules() {
        return modules;
    }

    SecretPaths secret() {
        return secret;
    }
}
