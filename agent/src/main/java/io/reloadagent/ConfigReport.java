package io.reloadagent;

import io.reloadagent.bind.Binder;
import io.reloadagent.bind.BoundField;
import io.reloadagent.bind.SecretPaths;
import io.reloadagent.field.Version;
import io.reloadagent.field.Versions;
import io.reloadagent.instrument.FieldCoverage;
import io.reloadagent.instrument.Installation;
import io.reloadagent.reload.Coordinator;
import io.reloadagent.reload.History;
import io.reloadagent.reload.HistoryEntry;
import io.reloadagent.reload.ShownNodes;
import io.reloadagent.source.Document;
import io.reloadagent.source.Leaves;
import io.reloadagent.source.Node;
import io.reloadagent.source.Path;
import io.reloadagent.source.SourceException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Tells what the sources' values are: where each stands, since when, which fields follow it, and what of it is not in force. Secret values
 * are masked, and what is beneath a secret path is told once. Thread-safe.
 */
final class ConfigReport {

    private final Coordinator coordinator;
    private final Versions versions;
    private final History history;
    private final Binder binder;
    private final Installation installation;
    private final SecretPaths secret;
    private final ValueAges ages;

    ConfigReport(
            Coordinator coordinator,
            Versions versions,
            History history,
            Binder binder,
            Installation installation,
            SecretPaths secret) {
        this.coordinator = coordinator;
        this.versions = versions;
        this.history = history;
        this.binder = binder;
        this.installation = installation;
        this.secret = secret;
        this.ages = new ValueAges(history);
    }

    /** As it is now, in types of the JDK. */
    Map<String, Object> get() {
        Version version = versions.current();
        Look look = new Look((Document) version.basis(), coordinator.latest(), new TreeSet<>(coordinator.drift()));
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("version", version.number());
        report.put("values", look.values());
        return report;
    }

    /** What a document has at a path; null if nothing, or what is there is ambiguous. */
    static Node at(Document document, Path path) {
        try {
            return document.find(path);
        } catch (SourceException ambiguous) {
            return null; // said when the document was new
        }
    }

    /** One report. */
    private final class Look {

        private final Document inForce;
        private final Document latest;
        private final ShownNodes nodes;
        private final DriftReport drift;
        private final Map<Path, List<Followed>> followed;
        private final NavigableSet<Path> paths = new TreeSet<>();

        Look(Document inForce, Document latest, Set<Path> drift) {
            this.inForce = inForce;
            this.latest = latest;
            this.nodes = new ShownNodes(secret, inForce, latest);
            this.drift = new DriftReport(coordinator, drift, history.initial(), nodes);
            this.followed = followed();
            Leaves.of(inForce).keySet().forEach(leaf -> paths.add(Path.of("").child(leaf)));
            paths.addAll(drift);
            paths.addAll(followed.keySet());
            NavigableSet<Path> all = new TreeSet<>(paths);
            paths.removeIf(path -> isAbove(path, all.higher(path)));
        }

        List<Map<String, Object>> values() {
            Map<String, Map<String, Object>> values = new LinkedHashMap<>();
            paths.forEach(path -> values.computeIfAbsent(SecretPaths.shown(path, secret), shown -> value(shown, path)));
            return new ArrayList<>(values.values());
        }

        private Map<String, Object> value(String shown, Path path) {
            List<Followed> fields = fieldsOf(path);
            Node node = node(path, fields);
            Map<String, Object> value = new LinkedHashMap<>();
            value.put("path", shown);
            value.put("value", nodes.of(path, node));
            value.put("secret", secret.test(path));
            DriftReport.place(value, node == null ? null : node.origin());
            HistoryEntry since = ages.since(path);
            value.put("since", since.version());
            value.put("sinceTime", since.time().toString());
            List<Map<String, Object>> told = new ArrayList<>();
            fields.forEach(field -> told.add(field.toMap()));
            value.put("fields", told);
            boolean isMisfit = fields.stream().anyMatch(Followed::isMisfit);
            value.put("drift", drift.at(path, node, at(latest, path), !fields.isEmpty(), isMisfit));
            return value;
        }

        /** A variable of the environment has no path of its own: only the field that follows it knows. */
        private Node node(Path path, List<Followed> fields) {
            Node node = at(inForce, path);
            return node != null || fields.isEmpty() ? node : fields.get(0).nodeAt(path);
        }

        /** Those of the path, and of paths above it: their values are made of all that is beneath. */
        private List<Followed> fieldsOf(Path path) {
            List<Followed> fields = new ArrayList<>();
            Path above = Path.of("");
            for (String word : path.words()) {
                above = above.child(word);
                fields.addAll(followed.getOrDefault(above, Collections.emptyList()));
            }
            return fields;
        }
    }

    /** Whether the next path in order is beneath this one; null if there is none. */
    private static boolean isAbove(Path path, Path next) {
        return next != null && next.startsWith(path);
    }

    private Map<Path, List<Followed>> followed() {
        Map<Path, List<Followed>> followed = new TreeMap<>();
        for (FieldCoverage field : installation.coverage()) {
            for (BoundField bound : binder.bound(field.type(), field.field(), field.descriptor())) {
                followed.computeIfAbsent(bound.path(), path -> new ArrayList<>())
                        .add(new Followed(field, bound));
            }
        }
        return followed;
    }

    /** A field, and how it is bound. */
    private static final class Followed {

        private final FieldCoverage field;
        private final BoundField bound;

        Followed(FieldCoverage field, BoundField bound) {
            this.field = field;
            this.bound = bound;
        }

        boolean isMisfit() {
            return bound.isMisfit();
        }

        Node nodeAt(Path path) {
            return bound.path().equals(path) ? bound.node() : null;
        }

        Map<String, Object> toMap() {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("class", field.type().getName());
            map.put("field", field.field());
            map.put("type", bound.typeName());
            map.put("state", Status.state(field, bound));
            map.put("overridden", bound.isOverridden());
            return map;
        }
    }
}
