package io.reloadagent.levels;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.HashSet;
import java.util.Set;

/** Sees every class that is loaded, and changes none: tells when a logging library comes. Thread-safe. */
public final class LibraryWatch implements ClassFileTransformer {

    /** As {@code ch/qos/logback/classic/LoggerContext}. */
    private final Set<String> markers = new HashSet<>();

    private final Runnable coming;

    /** @param coming is run, by the application's thread that loads it, when a class of a library is being loaded; returns at once */
    public LibraryWatch(Runnable coming) {
        this.coming = coming;
        LogLevels.markers().forEach(name -> markers.add(name.replace('.', '/')));
    }

    /** Returns null, as the interface asks, for a class that stays as it is. */
    @Override
    public byte[] transform(
            ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] bytes) {
        if (name != null && redefined == null && markers.contains(name)) {
            coming.run();
        }
        return null;
    }
}
