package io.reloadagent.instrument;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/**
 * The classes with annotated fields that were listed when they were compiled, of all jars and folders that a class loader
 * sees. An index says what there is, never what there is not: other jars may have none, and a build that compiled only what
 * had changed may have written a part. So a class that is listed counts as dynamic where its file cannot be found, and its
 * file counts where it can. Immutable.
 */
final class DynamicIndex {

    private static final String RESOURCE = "META-INF/reload-agent/dynamic-classes";
    private static final String HEADER = "# reload-agent dynamic-classes 1";

    /** More is no index of a program that somebody wrote. */
    private static final int MOST_CLASSES = 100_000;

    private static final long MOST_BYTES = 16L << 20;

    /** As {@code com/acme/Settings}. */
    private final Set<String> classes;

    private DynamicIndex(Set<String> classes) {
        this.classes = classes;
    }

    /** What is listed nowhere, for loaders that do not see the annotation. */
    static DynamicIndex empty() {
        return new DynamicIndex(Collections.emptySet());
    }

    /** Reads what a loader sees; an index that cannot be read, or is of another format, is as good as none. */
    static DynamicIndex of(ClassLoader loader) {
        Set<String> classes = new HashSet<>();
        try {
            for (URL index : Collections.list(loader.getResources(RESOURCE))) {
                addIfReadable(index, classes);
            }
        } catch (IOException | RuntimeException e) {
            return new DynamicIndex(classes); // a class loader of the application's may throw anything
        }
        return new DynamicIndex(classes);
    }

    private static void addIfReadable(URL index, Set<String> classes) {
        try {
            add(index, classes);
        } catch (IOException e) {
            return; // what was read until then is right nevertheless
        }
    }

    private static void add(URL index, Set<String> classes) throws IOException {
        URLConnection connection = index.openConnection();
        connection.setUseCaches(false); // a cache would keep the jar open when its application is undeployed
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
            if (connection.getContentLengthLong() > MOST_BYTES) {
                return;
            }
            if (!HEADER.equals(lines.readLine())) {
                return;
            }
            for (String line = lines.readLine();
                    line != null && classes.size() < MOST_CLASSES;
                    line = lines.readLine()) {
                classes.add(line.replace('.', '/'));
            }
        }
    }

    /** Whether a class, {@code com/acme/Settings}, is listed. */
    boolean lists(String className) {
        return classes.contains(className);
    }
}
