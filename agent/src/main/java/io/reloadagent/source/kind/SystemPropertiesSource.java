package io.reloadagent.source.kind;

import io.reloadagent.source.Content;
import io.reloadagent.source.Origin;
import io.reloadagent.source.Problem;
import io.reloadagent.source.Source;
import io.reloadagent.source.SourceException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The system properties whose names begin with a prefix, as they are now. What follows the prefix is the path. */
public final class SystemPropertiesSource implements Source {

    private final String prefix;
    private final EntriesContent content;

    /** @param prefix what the names begin with, {@code app.}; never null */
    public SystemPropertiesSource(String prefix) {
        this.prefix = prefix;
        this.content = EntriesContent.ofPaths(toString(), name -> Origin.of("system property " + prefix + name));
    }

    @Override
    public List<Content> read() throws SourceException {
        Map<String, String> values = new TreeMap<>();
        try {
            Properties properties = System.getProperties();
            for (String name : properties.stringPropertyNames()) {
                String value = properties.getProperty(name);
                if (name.startsWith(prefix) && name.length() > prefix.length() && value != null) {
                    values.put(name.substring(prefix.length()), value);
                }
            }
        } catch (RuntimeException e) {
            // The application may have put an object of its own there.
            throw new SourceException(
                    SourceException.Kind.UNREADABLE, new Problem(null, null, toString() + " cannot be read: " + e));
        }
        return Collections.singletonList(content.of(values));
    }

    @Override
    public List<Path> watched() {
        return Collections.emptyList();
    }

    @Override
    public String toString() {
        return "system properties " + prefix + "*";
    }
}
