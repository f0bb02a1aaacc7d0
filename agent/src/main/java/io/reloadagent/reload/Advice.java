package io.reloadagent.reload;

import io.reloadagent.report.Log;
import io.reloadagent.source.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells in the log what was in the sources and has no effect. Confined to the coordinator's thread. */
final class Advice {

    /** In one line of the log. */
    private static final int MOST_PATHS = 20;

    private static final int MOST_UNKNOWN = 100;

    private final ResultView view;
    private final Log log;

    /** The paths that the log has called unknown. */
    private final Set<String> unknownKeys = new HashSet<>();

    Advice(ResultView view, Log log) {
        this.view = view;
        this.log = log;
    }

    /** After a reload that succeeded. */
    void on(Result result) {
        restartRequired(view.restartRequired(result));
        unknown(result.unknownKeys());
    }

    private void restartRequired(List<String> paths) {
        if (!paths.isEmpty()) {
            log.info(
                    "changed, but no dynamic field follows; a restart is needed: {}{}",
                    view.advised(paths.subList(0, Math.min(paths.size(), MOST_PATHS))),
                    paths.size() > MOST_PATHS ? " and " + (paths.size() - MOST_PATHS) + " more" : "");
        }
    }

    /** Once each, unless there are very many. */
    private void unknown(List<Problem> keys) {
        for (Problem key : keys) {
            if (unknownKeys.size() < MOST_UNKNOWN && unknownKeys.add(key.path())) {
                log.warn("{}", key);
            }
        }
    }
}
