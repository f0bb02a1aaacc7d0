package io.reloadagent.scan;

import java.util.Locale;

/** What the names of an archive's entries tell. */
final class Names {

    private static final String[] PACKED_CLASSES = {"BOOT-INF/classes/", "WEB-INF/classes/", "APP-INF/classes/"};
    private static final String VERSIONS = "META-INF/versions/";

    private Names() {}

    static boolean isClass(String name) {
        return name.endsWith(".class")
                && !name.endsWith("module-info.class")
                && !name.endsWith("package-info.class")
                && !isVersioned(name);
    }

    static boolean isVersioned(String name) {
        return name.startsWith(VERSIONS) && name.endsWith(".class");
    }

    static boolean isArchive(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".jar") || lower.endsWith(".war") || lower.endsWith(".ear") || lower.endsWith(".rar");
    }

    /** {@code BOOT-INF/classes/} and the like, which the name begins with; null if with none. */
    static String packedClasses(String name) {
        for (String directory : PACKED_CLASSES) {
            if (name.startsWith(directory)) {
                return directory;
            }
        }
        return null;
    }

    /** Whether an archive within an archive is a part of the application, not one of its libraries. */
    static boolean isModule(String container, String name) {
        boolean inDirectory = name.indexOf('/') >= 0;
        return name.endsWith(".war") || (container.endsWith(".ear") && !inDirectory);
    }
}
