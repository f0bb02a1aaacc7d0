package io.reloadagent.reload;

import io.reloadagent.bind.Change;
import io.reloadagent.bind.Nearest;
import io.reloadagent.bind.SecretPaths;
import io.reloadagent.source.Document;
import io.reloadagent.source.Path;
import io.reloadagent.source.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Results in types of the JDK, for JSON and for the API, with the values of secret paths, and the keys beneath them, masked. Immutable. */
public final class ResultView {

    private static final String MASKED = "***";
    private static final String CHANGES = "changes";

    private final Predicate<Path> secret;
    private final Supplier<Set<String>> unset;

    /**
     * Creates a view.
     *
     * @param secret tells whose values are not to be shown
     * @param unset the paths that dynamic fields follow and the source has nothing at; asked for when there is a result
     */
    public ResultView(Predicate<Path> secret, Supplier<Set<String>> unset) {
        this.secret = secret;
        this.unset = unset;
    }

    /** A result as a map of strings, numbers, truth values, lists and maps; unmodifiable. */
    public Map<String, Object> of(Result result) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("reloadId", result.reloadId());
        map.put("outcome", result.outcome().name());
        map.put("version", result.version());
        map.put("trigger", result.request().trigger().toString());
        map.put("reason", result.request().reason());
        map.put("dryRun", result.request().scope().isDryRun());
        map.put("sections", list(result.request().scope().sections(), this::shown));
        map.put("backToVersion", backTo(result));
        map.put("durationMillis", result.duration().toMillis());
        map.put("steps", steps(result));
        map.put("retryAfterSeconds", Seconds.of(result.retryAfter()));
        map.put("message", result.message());
        map.put(CHANGES, list(result.changes(), this::map));
        map.put("restartRequired", restartRequired(result));
        map.put("skippedModules", result.skippedModules());
        map.put("failedModule", result.failedModule());
        map.put("failedModules", result.failedModules());
        map.put("problems", list(result.problems(), Problem::toMap));
        map.put("problemLines", list(result.problems(), Problem::toString));
        map.put("warnings", list(result.unknownKeys(), Problem::toMap));
        return Collections.unmodifiableMap(map);
    }

    /** An entry of the history: what {@link #of(Result)} tells, by whom and when; unmodifiable. */
    public Map<String, Object> of(HistoryEntry entry) {
        if (entry.told() != null) {
            return masked(entry.told());
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("version", entry.version());
        map.put("time", entry.time().toString());
        map.put("isVersion", entry.isVersion());
        if (entry.result() == null) {
            map.put("trigger", "start");
            map.put(
                    LastKnownGood.KEY,
                    entry.from() == null ? null : entry.from().toMap());
        } else {
            map.put("actor", entry.result().request().actor());
            of(entry.result()).forEach(map::putIfAbsent);
        }
        return Collections.unmodifiableMap(map);
    }

    /** The same for the archive: nothing in it repeats a secret value of what the version was made from. */
    Map<String, Object> toWrite(HistoryEntry entry) {
        Map<String, Object> told = of(entry);
        return entry.document() == null ? told : MaskedTexts.in(told, mask(entry.document()));
    }

    /** What an earlier JVM told: a path may have become secret since. */
    private Map<String, Object> masked(Map<String, Object> told) {
        Object changes = told.get(CHANGES);
        if (!(changes instanceof List)) {
            return told;
        }
        Map<String, Object> map = new LinkedHashMap<>(told);
        map.put(CHANGES, list(maps((List<?>) changes), this::maskedChange));
        return Collections.unmodifiableMap(map);
    }

    /** Those of a list that are maps: an agent writes no others, but somebody else may have. */
    private static List<Map<?, ?>> maps(List<?> list) {
        return list.stream()
                .filter(Map.class::isInstance)
                .map(item -> (Map<?, ?>) item)
                .collect(Collectors.toList());
    }

    private Map<Object, Object> maskedChange(Map<?, ?> change) {
        Map<Object, Object> map = new LinkedHashMap<>(change);
        String path = String.valueOf(change.get("path"));
        if (path.endsWith(MASKED) || !Path.isValid(path) || secret.test(Path.of(path))) {
            map.put("oldValue", MASKED);
            map.put("newValue", MASKED);
        }
        return map;
    }

    /** Null for a reload of the sources. */
    private static Long backTo(Result result) {
        long version = result.request().scope().version();
        return version == 0 ? null : version;
    }

    /** In milliseconds, by name. */
    private static Map<String, Object> steps(Result result) {
        Map<String, Object> steps = new LinkedHashMap<>();
        result.steps().forEach((step, duration) -> steps.put(step, duration.toNanos() / 1_000_000.0));
        return Collections.unmodifiableMap(steps);
    }

    /** The changed paths that need a restart; what is beneath a secret path is not shown, and named once. Unmodifiable. */
    public List<String> restartRequired(Result result) {
        return Collections.unmodifiableList(
                result.restartRequired().stream().map(this::shown).distinct().collect(Collectors.toList()));
    }

    /** The same paths, each that looks like one which a dynamic field follows and the source lacks with a question. */
    List<String> advised(List<String> paths) {
        Set<String> candidates = unset.get();
        return list(paths, path -> withAdvice(path, candidates));
    }

    private String withAdvice(String path, Set<String> candidates) {
        String nearest = path.endsWith(MASKED) ? null : Nearest.of(path, candidates);
        return nearest == null || !shown(Path.of(nearest)).equals(nearest)
                ? path
                : path + " (did you mean " + nearest + "?)";
    }

    /** The paths of the changes, as they may be shown; what is beneath a secret path is named once. Unmodifiable. */
    List<String> paths(List<Change> changes) {
        return Collections.unmodifiableList(
                changes.stream().map(change -> shown(change.path())).distinct().collect(Collectors.toList()));
    }

    /** Masks the secret values of these documents in texts. */
    UnaryOperator<String> mask(Document... documents) {
        return new SecretTexts(secret, documents);
    }

    /** A path for people: what is beneath a secret one is not shown. */
    public String shown(Path path) {
        return SecretPaths.shown(path, secret);
    }

    private static <T, P> List<P> list(List<T> items, Function<T, P> toPlain) {
        List<P> plain = new ArrayList<>(items.size());
        items.forEach(item -> plain.add(toPlain.apply(item)));
        return Collections.unmodifiableList(plain);
    }

    private Map<String, Object> map(Change change) {
        boolean masked = secret.test(change.path());
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("path", shown(change.path()));
        map.put("oldValue", masked ? MASKED : change.oldValue());
        map.put("newValue", masked ? MASKED : change.newValue());
        return map;
    }
}
