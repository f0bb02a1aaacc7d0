package io.reloadagent;

import io.reloadagent.bind.Binder;
import io.reloadagent.bind.BoundField;
import io.reloadagent.instrument.FieldCoverage;
import io.reloadagent.instrument.Installation;
import io.reloadagent.reload.Coordinator;
import io.reloadagent.reload.Health;
import io.reloadagent.reload.Result;
import io.reloadagent.reload.ResultView;
import io.reloadagent.trigger.AgentState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the agent tells of itself when it is asked. Thread-safe. */
final class Status {

    private final Coordinator coordinator;
    private final ResultView view;
    private final Installation installation;
    private final Binder binder;
    private final HistoryReport history;
    private final List<Supplier<List<String>>> others = new CopyOnWriteArrayList<>();
    private final Following following;
    private final List<String> notes = new CopyOnWriteArrayList<>();

    /** @param reporting what of the agent's reports does not work now, a sentence each */
    Status(
            Coordinator coordinator,
            ResultView view,
            Installation installation,
            Binder binder,
            HistoryReport history,
            Supplier<List<String>> reporting,
            Following following) {
        this.coordinator = coordinator;
        this.view = view;
        this.installation = installation;
        this.binder = binder;
        this.history = history;
        this.others.add(reporting);
        this.following = following;
    }

    /** Adds something that an operator should know from now on. */
    void note(String text) {
        notes.add(text);
    }

    /** Has the problems of another part told from now on, a sentence each. */
    void tellProblemsOf(Supplier<List<String>> other) {
        others.add(other);
    }

    /** As it is now. */
    AgentState get() {
        Result last = coordinator.lastResult();
        Map<String, Object> result = last == null ? null : view.of(last);
        Instant ended = last == null ? null : last.ended();
        return new AgentState(
                        health(),
                        coordinator.version(),
                        result,
                        ended,
                        coordinator.backingOff(),
                        this::drift,
                        this::fields,
                        notes,
                        history::status)
                .with("apply", () -> following.methods(view::shown))
                .with("loggers", following::loggers);
    }

    /** That of reloads, and of what tells about them. */
    private Health health() {
        Health ofReloads = coordinator.health();
        List<String> problems = new ArrayList<>(ofReloads.problems());
        String ofHistory = history.problem();
        if (ofHistory != null) {
            problems.add(ofHistory);
        }
        others.forEach(other -> problems.addAll(other.get()));
        return new Health(ofReloads.state(), problems);
    }

    /** What is beneath a secret path is named once. */
    private List<String> drift() {
        return coordinator.drift().stream().map(view::shown).distinct().collect(Collectors.toList());
    }

    private List<Map<String, Object>> fields() {
        return installation.coverage().stream()
                .flatMap(this::describe)
                .sorted(Comparator.comparing(field -> (String) field.get("field")))
                .collect(Collectors.toList());
    }

    /** In how many places dynamic fields are read, by the state of the field; a field that differs by instance counts once. */
    SortedMap<String, Long> sites() {
        Map<Object, Map<String, Object>> byName = new HashMap<>();
        fields().forEach(field -> byName.putIfAbsent(field.get("field"), field));
        SortedMap<String, Long> sites = new TreeMap<>();
        byName.values()
                .forEach(field ->
                        sites.merge((String) field.get("state"), ((Number) field.get("sites")).longValue(), Long::sum));
        return sites;
    }

    private Stream<Map<String, Object>> describe(FieldCoverage field) {
        List<BoundField> bound = binder.bound(field.type(), field.field(), field.descriptor());
        return bound.isEmpty()
                ? Stream.of(describe(field, null))
                : bound.stream().map(binding -> describe(field, binding));
    }

    private Map<String, Object> describe(FieldCoverage field, BoundField bound) {
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("field", field.type().getName() + "." + field.field());
        description.put(
                "path",
                bound == null ? binder.ruledPath(field.type().getName(), field.field()) : view.shown(bound.path()));
        description.put("state", state(field, bound));
        description.put("overridden", bound != null && bound.isOverridden());
        description.put("sites", field.sites());
        description.put("classes", field.classes());
        return description;
    }

    static String state(FieldCoverage field, BoundField bound) {
        if (field.isConstant()) {
            return "constant";
        }
        if (bound == null || !bound.isRead()) {
            return "unread";
        }
        if (bound.isReadByInstance()) {
            return "by instance";
        }
        return bound.isSettled() ? "settled" : "slow";
    }
}
