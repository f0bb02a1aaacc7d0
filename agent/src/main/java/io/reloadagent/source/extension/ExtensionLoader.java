package io.reloadagent.source.extension;

import io.reloadagent.api.source.ConfigurationSource;
import java.net.URL;
import java.net.URLClassLoader;

/** The classes of one jar. They see the JDK and the interface that they implement. */
final class ExtensionLoader extends URLClassLoader {

    private static final String SHARED = ConfigurationSource.class.getPackage().getName() + ".";

    static {
        registerAsParallelCapable();
    }

    ExtensionLoader(URL jar) {
        super(new URL[] {jar}, new Shared());
    }

    /** The JDK, and the interface. */
    private static final class Shared extends ClassLoader {

        Shared() {
            super(ClassLoader.getSystemClassLoader().getParent());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith(SHARED)) {
                return Class.forName(name, false, ConfigurationSource.class.getClassLoader());
            }
            throw new ClassNotFoundException(name);
        }
    }
}
