package io.reloadagent;

import io.reloadagent.reload.Coordinator;
import io.reloadagent.reload.Result;
import io.reloadagent.reload.ShownNodes;
import io.reloadagent.source.Document;
import io.reloadagent.source.Node;
import io.reloadagent.source.Origin;
import io.reloadagent.source.Path;
import io.reloadagent.source.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells at which paths something else is in force than the sources, or the application, would have it, and why. For one look. */
final class DriftReport {

    private final Set<Path> drift;
    private final Set<Path> needingRestart;
    private final Result last;
    private final Document initial;
    private final ShownNodes nodes;

    /**
     * @param drift the paths at which the sources hold something else than what is in force
     * @param initial what the sources held when the agent started
     */
    DriftReport(Coordinator coordinator, Set<Path> drift, Document initial, ShownNodes nodes) {
        this.drift = drift;
        this.needingRestart = coordinator.needingRestart();
        this.last = coordinator.lastResult();
        this.initial = initial;
        this.nodes = nodes;
    }

    /**
     * What is to be told of a path.
     *
     * @param inForce what it holds in the version in force; null for nothing
     * @param latest what it holds in the sources; null for nothing
     * @param isFollowed whether a field follows it
     * @param isMisfit whether such a field keeps its own value because this one could not be converted
     * @return null if all is as it should be
     */
    Map<String, Object> at(Path path, Node inForce, Node latest, boolean isFollowed, boolean isMisfit) {
        if (drift.contains(path)) {
            Map<String, Object> told = told("not-applied", why(path));
            told.put("value", nodes.of(path, latest));
            place(told, latest == null ? null : latest.origin());
            return told;
        }
        if (isMisfit) {
            return told("not-accepted", "the value does not fit the field, which keeps its own");
        }
        boolean isChanged = inForce == null
                ? ConfigReport.at(initial, path) != null
                : !inForce.equals(ConfigReport.at(initial, path));
        return needingRestart.contains(path) && !isFollowed && isChanged
                ? told("not-dynamic", "it changed, and no dynamic field follows it: restart the application")
                : null;
    }

    private static Map<String, Object> told(String kind, String why) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("kind", kind);
        told.put("why", why);
        return told;
    }

    static void place(Map<String, Object> map, Origin origin) {
        map.put("source", origin == null ? null : origin.source());
        map.put("line", origin == null || origin.line() == 0 ? null : origin.line());
        map.put("column", origin == null || origin.column() == 0 ? null : origin.column());
    }

    private String why(Path path) {
        if (last == null) {
            return "no reload has taken it over yet";
        }
        if (last.outcome().isSuccess()) {
            return last.request().scope().isRollBack()
                    ? "the version in force was gone back to; a reload takes the sources over again"
                    : "the last reload did not take it over; a reload of everything does";
        }
        List<Problem> problems = last.problems();
        for (Problem problem : problems) {
            if (path.toString().equals(problem.path())) {
                return problem.message();
            }
        }
        return last.message();
    }
}
