package io.reloadagent.cli;

import io.reloadagent.settings.FileName;
import io.reloadagent.settings.Setting;
import io.reloadagent.settings.SettingCatalog;
import io.reloadagent.source.Branch;
import io.reloadagent.source.FileSource;
import io.reloadagent.source.Leaf;
import io.reloadagent.source.Node;
import io.reloadagent.source.Path;
import io.reloadagent.source.SourceException;
import io.reloadagent.source.Sources;
import io.reloadagent.source.format.Formats;
import java.nio.file.Paths;
import java.time.Duration;
import java.util.Collections;

/**
 * What an agent's configuration file says about where it listens. Nothing else in the file is looked at: whatever may be wrong
 * there, the agent is asked. Immutable.
 */
final class ConfiguredTarget {

    private final String file;
    private final Branch root;

    private ConfiguredTarget(String file, Branch root) {
        this.file = file;
        this.root = root;
    }

    static ConfiguredTarget read(String file) throws WrongCallException {
        FileSource source = new FileSource(Paths.get(file).toAbsolutePath(), Formats.YAML);
        try {
            return new ConfiguredTarget(
                    file,
                    new Sources(Collections.singletonList(source), Duration.ZERO)
                            .read()
                            .parse()
                            .root());
        } catch (SourceException unreadable) {
            throw new WrongCallException("--config: " + unreadable.getMessage(), unreadable);
        }
    }

    /** What the address begins with. */
    String scheme() throws WrongCallException {
        return text(SettingCatalog.HTTP_KEY_STORE).isEmpty() ? "http://" : "https://";
    }

    /** Never empty. */
    String address() throws WrongCallException {
        String address = text(SettingCatalog.HTTP_ADDRESS);
        if (address.isEmpty()) {
            throw new WrongCallException(file + " has no http.address, so its agent does not listen unless an argument"
                    + " says so; add http.address, or say --url");
        }
        if (address.endsWith(":0")) {
            throw new WrongCallException(file + " has http.address " + address + ", which is any free port; the agent's"
                    + " log tells in the line 'HTTP listens at' which one: say it with --url");
        }
        return address;
    }

    /** Empty if the file names none. */
    String tokenFile() throws WrongCallException {
        return FileName.expand(text(SettingCatalog.HTTP_TOKEN_FILE));
    }

    private String text(Setting<?> setting) throws WrongCallException {
        try {
            Node node = Path.of(setting.key()).find(root);
            return node instanceof Leaf ? ((Leaf) node).text() : "";
        } catch (SourceException ambiguous) {
            throw new WrongCallException("--config: " + ambiguous.getMessage(), ambiguous);
        }
    }
}
