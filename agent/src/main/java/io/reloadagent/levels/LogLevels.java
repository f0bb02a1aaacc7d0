package io.reloadagent.levels;

import io.reloadagent.bind.Change;
import io.reloadagent.bind.Consequences;
import io.reloadagent.bind.Effect;
import io.reloadagent.bind.Follower;
import io.reloadagent.source.Document;
import io.reloadagent.source.LoggerNames;
import io.reloadagent.source.Node;
import io.reloadagent.source.Path;
import io.reloadagent.source.Problem;
import io.reloadagent.source.SourceException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Gives the application's loggers the levels that the section {@code loggers} of the sources has for them, in every logging library that
 * the application has initialised, and its own back to those that are no longer there. Thread-safe.
 */
public final class LogLevels implements Follower {

    /** The root logger's name in the sources; each library has its own. */
    static final String ROOT = "root";

    private final Predicate<Path> secret;
    private final Consumer<String> warn;
    private final Set<String> told = ConcurrentHashMap.newKeySet();
    /** Guarded by this. */
    private final Libraries libraries;
    /** What was given to the loggers of each context, by name. Weak, and refers to nothing of the contexts'. Guarded by this. */
    private final Map<Object, Map<String, GivenLevel>> given = new WeakHashMap<>();
    /** How each library that has been given levels is called, with what each logger has; for reports. Written under the lock of this. */
    private volatile List<Map<String, Object>> report = Collections.emptyList();

    /**
     * @param loaded finds loaded classes by their names, those of the JDK included
     * @param open makes the fields of a class, if it belongs to a named module, accessible by reflection
     * @param secret whose values must not be shown in problems
     * @param warn is told, once, what does not work
     */
    public LogLevels(
            Function<Predicate<String>, List<Class<?>>> loaded,
            Consumer<Class<?>> open,
            Predicate<Path> secret,
            Consumer<String> warn) {
        this.libraries = new Libraries(loaded, open);
        this.secret = secret;
        this.warn = warn;
    }

    /** The name under which levels take part in reloads. */
    @Override
    public Collection<String> names() {
        return Collections.singleton(LoggerNames.SECTION);
    }

    @Override
    public void compare(Document before, Document after, Consequences found) {
        found.follow(Path.of(LoggerNames.SECTION));
        WantedLevels old = WantedLevels.of(before, secret);
        WantedLevels fresh = WantedLevels.of(after, secret);
        Set<String> names = new TreeSet<>(old.levels().keySet());
        names.addAll(fresh.levels().keySet());
        boolean changed = false;
        for (String name : names) {
            LogLevel from = old.levels().get(name);
            LogLevel to = fresh.levels().get(name);
            if (from != to && !found.isFollowedByField(WantedLevels.path(name))) {
                found.change(new Change(WantedLevels.path(name), text(from), text(to)));
                changed = true;
            }
        }
        Map<String, Node> known = LoggerNames.of(before);
        fresh.problems().forEach((name, problems) -> {
            boolean same = Objects.equals(known.get(name), LoggerNames.of(after).get(name));
            if (!same && !found.isFollowedByField(WantedLevels.path(name))) {
                found.problems(problems);
            }
        });
        if (changed) {
            found.effect(new Setting(old.levels(), fresh.levels()));
        }
    }

    private static String text(LogLevel level) {
        return level == null ? null : level.name();
    }

    /** Gives libraries that came later their levels, and those back that were taken away by a new configuration of the library. */
    @Override
    public void catchUp(Document inForce) {
        WantedLevels wanted = WantedLevels.of(inForce, secret);
        try {
            put(wanted.levels());
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Refuses a document with anything that is no level.
     *
     * @param secret whose values must not be shown in problems
     * @throws SourceException with all of that
     */
    public static void refuseUnknown(Document document, Predicate<Path> secret) throws SourceException {
        List<Problem> problems = new ArrayList<>();
        WantedLevels.of(document, secret).problems().values().forEach(problems::addAll);
        if (!problems.isEmpty()) {
            throw new SourceException(SourceException.Kind.INVALID, problems);
        }
    }

    /**
     * Gives all loggers back what they had.
     *
     * @throws Exception if a library does not take that
     */
    public void release() throws Exception {
        put(Collections.emptyMap());
    }

    /** Whether a document gives any logger a level. */
    public static boolean areIn(Document document) {
        return !LoggerNames.of(document).isEmpty();
    }

    /** The names of the classes whose loading tells that a logging library is about to be initialised. */
    public static Set<String> markers() {
        return Libraries.markers();
    }

    /** Each logger that has a level of the sources: name, level as its library calls it, and library; in types of the JDK. */
    public List<Map<String, Object>> describe() {
        return report;
    }

    /** What a reload does: one try for all libraries. */
    private final class Setting implements Effect {

        private final Map<String, LogLevel> before;
        private final Map<String, LogLevel> after;

        Setting(Map<String, LogLevel> before, Map<String, LogLevel> after) {
            this.before = before;
            this.after = after;
        }

        @Override
        public String name() {
            return LoggerNames.SECTION;
        }

        @Override
        public void apply() throws Exception {
            put(after);
        }

        @Override
        public void undo() throws Exception {
            put(before);
        }
    }

    private synchronized void put(Map<String, LogLevel> wanted) throws Exception {
        List<Map<String, Object>> lines = new ArrayList<>();
        Throwable first = null;
        for (Map.Entry<Object, LogLibrary> entry :
                libraries.contexts(this::tell).entrySet()) {
            Map<String, GivenLevel> itsLevels = given.computeIfAbsent(entry.getKey(), any -> new LinkedHashMap<>());
            try {
                put(wanted, entry.getKey(), entry.getValue(), itsLevels);
            } catch (VirtualMachineError e) {
                throw e;
            } catch (Throwable e) {
                first = first == null ? e : first;
            }
            itsLevels.forEach((name, level) -> lines.add(line(name, level, entry.getValue())));
        }
        report = Collections.unmodifiableList(lines);
        if (first != null) {
            throw new IllegalStateException("a logging library does not take a level: " + first, first);
        }
    }

    private void tell(LogLibrary library, Throwable failure) {
        if (told.add(library.name() + failure)) {
            warn.accept("the loggers of " + library.name() + " keep their levels, as it cannot be asked: " + failure);
        }
    }

    private static Map<String, Object> line(String name, GivenLevel level, LogLibrary library) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("logger", name);
        line.put("level", level.given());
        line.put("library", library.name());
        return line;
    }

    private static void put(
            Map<String, LogLevel> wanted, Object context, LogLibrary library, Map<String, GivenLevel> given)
            throws Throwable {
        for (String name : new ArrayList<>(given.keySet())) {
            if (!wanted.containsKey(name)) {
                // If the application has changed it since, that counts.
                if (given.get(name).given().equals(library.level(context, name))) {
                    library.set(context, name, given.get(name).own());
                }
                given.remove(name);
            }
        }
        for (Map.Entry<String, LogLevel> entry : wanted.entrySet()) {
            String name = entry.getKey();
            String level = library.nameOf(entry.getValue());
            String now = library.level(context, name);
            GivenLevel before = given.get(name);
            boolean ours = before != null && before.given().equals(now);
            if (!level.equals(now)) {
                library.set(context, name, level);
            }
            given.put(name, new GivenLevel(ours ? before.own() : now, level));
        }
    }

    @Override
    public String toString() {
        return "levels of loggers";
    }
}
