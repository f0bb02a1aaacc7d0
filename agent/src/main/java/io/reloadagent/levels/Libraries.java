package io.reloadagent.levels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** The logging libraries that the application has initialised: every copy of each. For one thread at a time. */
final class Libraries {

    /** Null as long as the application has not initialised it. */
    private LogLibrary jul;

    private final Map<String, LogLibrary> byMarker = new HashMap<>();
    private final Function<Predicate<String>, List<Class<?>>> loaded;

    /**
     * @param loaded finds loaded classes by their names, those of the JDK included
     * @param open makes the fields of a class, if it belongs to a named module, accessible by reflection
     */
    Libraries(Function<Predicate<String>, List<Class<?>>> loaded, Consumer<Class<?>> open) {
        this.loaded = loaded;
        for (LogLibrary library : Arrays.asList(new Logback(open), new Log4j2(), new Log4j1())) {
            byMarker.put(library.marker(), library);
        }
    }

    /** The names of the classes that tell of a library. */
    static Set<String> markers() {
        Set<String> markers = new HashSet<>(Collections.singleton(Jul.MARKER));
        for (LogLibrary library : Arrays.asList(new Logback(type -> {}), new Log4j2(), new Log4j1())) {
            markers.add(library.marker());
        }
        return markers;
    }

    /**
     * What has loggers of its own now, with its library.
     *
     * @param failed is told of a library that cannot be asked, and why
     */
    Map<Object, LogLibrary> contexts(BiConsumer<LogLibrary, Throwable> failed) {
        Map<Object, LogLibrary> contexts = new LinkedHashMap<>();
        for (Class<?> marker : new ArrayList<>(loaded.apply(this::isMarker))) {
            LogLibrary library = marker.getName().equals(Jul.MARKER) ? jul() : byMarker.get(marker.getName());
            try {
                library.contexts(marker).forEach(context -> contexts.put(context, library));
            } catch (VirtualMachineError e) {
                throw e;
            } catch (Throwable e) {
                failed.accept(library, e);
            }
        }
        return contexts;
    }

    private boolean isMarker(String name) {
        return byMarker.containsKey(name) || name.equals(Jul.MARKER);
    }

    private LogLibrary jul() {
        if (jul == null) {
            jul = new Jul();
        }
        return jul;
    }
}
