package io.reloadagent.source.extension;

import io.reloadagent.api.source.ConfigurationSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;

/** The sources that a number of jars have. Immutable. */
public final class Extensions {

    private final Map<String, ConfigurationSource> sources = new LinkedHashMap<>();

    private Extensions() {}

    /**
     * Opens jars, and makes an object of each source in them.
     *
     * @throws ExtensionException if a jar is missing or has no source, a source cannot be made, or two have one name
     */
    public static Extensions open(List<Path> jars) throws ExtensionException {
        Extensions extensions = new Extensions();
        for (Path jar : jars) {
            extensions.add(jar);
        }
        return extensions;
    }

    private void add(Path jar) throws ExtensionException {
        if (!Files.isRegularFile(jar)) {
            throw new ExtensionException("extension " + jar + " is no file", null);
        }
        boolean any = false;
        try {
            for (ConfigurationSource source : ServiceLoader.load(
                    ConfigurationSource.class, new ExtensionLoader(jar.toUri().toURL()))) {
                any = true;
                add(source, jar);
            }
        } catch (ExtensionException e) {
            throw e;
        } catch (Throwable e) { // its own code may throw anything, and is not to be run again by who logs a cause
            throw new ExtensionException("extension " + jar + " cannot be used: " + Failures.described(e), null);
        }
        if (!any) {
            throw new ExtensionException(
                    "extension " + jar + " has no source; list its class in META-INF/services/"
                            + ConfigurationSource.class.getName(),
                    null);
        }
    }

    private void add(ConfigurationSource source, Path jar) throws ExtensionException {
        String name = source.name();
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
        return java.util.Collections.unmodifiableSet(sources.keySet());
    }

    /** The source of a name; null if there is none. */
    public ConfigurationSource source(String name) {
        return sources.get(name);
    }
}
