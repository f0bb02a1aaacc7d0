package io.reloadagent.source.extension;

import io.reloadagent.api.source.ConfigurationSource;
import java.net.MalformedURLException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The sources that a number of jars have. Immutable. */
public final class Extensions {

    /** For a constructor and a name; the application's start waits. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Map<String, ConfigurationSource> sources = new LinkedHashMap<>();

    private Extensions() {}

    /**
     * Opens jars, and makes an object of each source in them.
     *
     * @throws ExtensionException if a jar is missing or has no source, a source cannot be made within some seconds, or two have one name
     */
    public static Extensions open(List<Path> jars) throws ExtensionException {
        return open(jars, PATIENCE);
    }

    static Extensions open(List<Path> jars, Duration patience) throws ExtensionException {
        Extensions extensions = new Extensions();
        for (Path jar : jars) {
            extensions.add(jar, patience);
        }
        return extensions;
    }

    private void add(Path jar, Duration patience) throws ExtensionException {
        if (!Files.isRegularFile(jar)) {
            throw new ExtensionException("extension " + jar + " is no file", null);
        }
        List<Map.Entry<String, ConfigurationSource>> found;
        try {
            ClassLoader loader = new ExtensionLoader(jar.toUri().toURL());
            String thread = "reload-agent-extension-" + jar.getFileName();
            found = ForeignCall.begin(thread, loader, UnaryOperator.identity(), () -> sources(loader))
                    .await(patience);
        } catch (ExtensionException | MalformedURLException e) {
            throw new ExtensionException("extension " + jar + " cannot be used: it " + e.getMessage(), null);
        }
        if (found.isEmpty()) {
            throw new ExtensionException(
                    "extension " + jar + " has no source; list its class in META-INF/services/"
                            + ConfigurationSource.class.getName(),
                    null);
        }
        for (Map.Entry<String, ConfigurationSource> source : found) {
            add(source.getKey(), source.getValue(), jar);
        }
    }

    /** The sources, each with its name: both are the extension's own code. */
    private static List<Map.Entry<String, ConfigurationSource>> sources(ClassLoader loader) {
        List<Map.Entry<String, ConfigurationSource>> found = new ArrayList<>();
        for (ConfigurationSource source : ServiceLoader.load(ConfigurationSource.class, loader)) {
            found.add(new AbstractMap.SimpleImmutableEntry<>(source.name(), source));
        }
        return found;
    }

    private void add(String name, ConfigurationSource source, Path jar) throws ExtensionException {
        if (name == null || name.isEmpty()) {
            throw new ExtensionException(
                    "extension " + jar + " has a source without a name, " + source.getClass(), null);
        }
        if (sources.putIfAbsent(name, source) != null) {
            throw new ExtensionException("extension " + jar + " has a source '" + name + "', as another one has", null);
        }
    }

    /** The names of all sources; unmodifiable. */
    public Set<String> names() {
        return Collections.unmodifiableSet(sources.keySet());
    }

    /** The source of a name; null if there is none. */
    public ConfigurationSource source(String name) {
        return sources.get(name);
    }
}
