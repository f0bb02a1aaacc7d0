package io.reloadagent.settings;

import io.reloadagent.source.Path;
import io.reloadagent.source.extension.Extensions;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/** All kinds of sources, by the key that tells them, in the order of the documentation. */
final class SourceKinds {

    private SourceKinds() {}

    /**
     * @param extensions the sources that other jars bring along
     * @param secret tells which of their settings they must not show
     */
    static Map<String, SourceKind> with(Extensions extensions, Predicate<Path> secret) {
        Map<String, SourceKind> kinds = new LinkedHashMap<>();
        for (SourceKind kind : Arrays.asList(
                new FileKind(),
                new IncludeKind(),
                new EnvFileKind(),
                new EnvKind(),
                new SystemPropertiesKind(),
                new ConfigTreeKind(),
                new ExtensionKind(extensions, secret))) {
            kinds.put(kind.key(), kind);
        }
        return Collections.unmodifiableMap(kinds);
    }
}
