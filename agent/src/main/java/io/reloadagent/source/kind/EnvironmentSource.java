package io.reloadagent.source.kind;

import io.reloadagent.source.Content;
import io.reloadagent.source.Origin;
import io.reloadagent.source.Source;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The variables of the environment whose names begin with a prefix. */
public final class EnvironmentSource implements Source {

    private final String prefix;
    private final String note;
    private final Supplier<Map<String, String>> variables;
    private final EntriesContent content;

    /**
     * @param prefix what the names begin with, {@code APP_}; case counts; never null
     * @param variables all variables, as they are when it is asked; called by every reading thread
     */
    public EnvironmentSource(String prefix, Supplier<Map<String, String>> variables) {
        this(prefix, variables, "");
    }

    private EnvironmentSource(String prefix, Supplier<Map<String, String>> variables, String note) {
        this.prefix = prefix;
        this.note = note;
        this.variables = variables;
        this.content =
                EntriesContent.ofVariables(toString(), name -> Origin.of("environment variable " + prefix + name));
    }

    /**
     * The environment as native code has it now; where that cannot be told, as it was when the JVM started. The name of the source
     * says so then.
     */
    public static EnvironmentSource ofNative(String prefix) {
        try {
            return new EnvironmentSource(prefix, NativeEnvironment.open());
        } catch (UnsupportedOperationException e) {
            return new EnvironmentSource(
                    prefix, System::getenv, " (as it was when the JVM started: " + e.getMessage() + ")");
        }
    }

    @Override
    public List<Content> read() {
        Map<String, String> values = new TreeMap<>();
        variables.get().forEach((name, value) -> {
            if (name.startsWith(prefix) && name.length() > prefix.length()) {
                values.put(name.substring(prefix.length()), value);
            }
        });
        return Collections.singletonList(content.of(values));
    }

    @Override
    public List<Path> watched() {
        return Collections.emptyList();
    }

    @Override
    public String toString() {
        return "environment " + prefix + "*" + note;
    }
}
