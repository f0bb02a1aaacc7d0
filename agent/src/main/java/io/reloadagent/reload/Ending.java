package io.reloadagent.reload;

import io.reloadagent.bind.ChangeSet;
import io.reloadagent.field.Version;
import io.reloadagent.report.Event;
import io.reloadagent.source.Problem;
import io.reloadagent.source.SourceException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** How one reload ends: tells the observers, and makes the result. Used once, on the coordinator's thread. */
final class Ending {

    private final String id;
    private final Request request;
    private final Setup setup;
    private final ResultView view;
    private final Findings findings;
    private final Steps steps;
    private final long started = System.nanoTime();

    Ending(String id, Request request, Setup setup, ResultView view, Findings findings, Steps steps) {
        this.id = id;
        this.request = request;
        this.setup = setup;
        this.view = view;
        this.findings = findings;
        this.steps = steps;
    }

    /** The version was published; a module that failed nevertheless is named. */
    Result applied(ChangeSet changes, Version version) {
        boolean whole = findings.failedModules().isEmpty();
        Result result = end(
                whole ? Outcome.APPLIED : Outcome.INCOMPLETE,
                count(changes) + " applied" + (whole ? "" : ", though not by every module: " + problems()));
        publish(Event.completed(id, result.duration(), view.paths(changes.changes()), version.number())
                .withFailedModules(findings.failedModules(), problems()));
        return result;
    }

    /** Nothing differs for any dynamic field. */
    Result unchanged() {
        publish(Event.validated(id, 0));
        Result result = end(Outcome.UNCHANGED, "nothing changed for any dynamic field");
        publish(Event.completed(id, result.duration(), Collections.emptyList(), result.version()));
        return result;
    }

    /** A dry run found nothing wrong. */
    Result accepted(ChangeSet changes) {
        return end(Outcome.ACCEPTED, "dry run: " + count(changes) + " would be applied");
    }

    private static String count(ChangeSet changes) {
        int count = changes.changes().size();
        return count + (count == 1 ? " change" : " changes");
    }

    /** Something failed after the fields were opened. {@code uncompensated} are the modules that could not be brought back. */
    Result undone(String failure, List<String> uncompensated) {
        boolean whole = uncompensated.isEmpty();
        problem(failure);
        uncompensated.forEach(module -> problem("not undone: " + module));
        String message = (whole ? "rolled back, " : "only partly rolled back, ") + stays() + ": " + failure
                + (whole ? "" : "; not undone: " + String.join("; ", uncompensated));
        publish(Event.failed(id, message, findings.failedModule()));
        if (whole) {
            publish(Event.rolledBack(id, failure));
        }
        return end(whole ? Outcome.ROLLED_BACK : Outcome.DEGRADED, message);
    }

    /** The sources cannot be used. */
    Result refused(SourceException e) {
        e.problems().forEach(findings::problem);
        return refused();
    }

    /** Something is wrong that was found before anything was changed. */
    Result refused(String why) {
        problem(why);
        return refused();
    }

    /** What was found is wrong, and nothing was changed. */
    Result refused() {
        String message = "refused, " + stays() + ": " + problems();
        publish(Event.failed(id, message, findings.failedModule()));
        return end(Outcome.REFUSED, message);
    }

    /** There is nothing that the request could mean. */
    Result invalid(String why) {
        problem(why);
        publish(Event.failed(id, why, null));
        return end(Outcome.INVALID, why);
    }

    /** It has not begun: the same has failed a moment ago. */
    Result backingOff(Duration left, String cause) {
        String message = "not tried again for another " + Seconds.of(left) + " s, " + stays()
                + ": the same failed before: " + cause;
        return end(Outcome.BACKING_OFF, message, left);
    }

    private void problem(String message) {
        findings.problem(new Problem(null, null, message));
    }

    private String stays() {
        return "version " + version() + " stays";
    }

    private String problems() {
        return findings.problems().stream().map(Problem::toString).collect(Collectors.joining("; "));
    }

    private Result end(Outcome outcome, String message) {
        return end(outcome, message, Duration.ZERO);
    }

    private Result end(Outcome outcome, String message, Duration retryAfter) {
        Duration duration = Duration.ofNanos(System.nanoTime() - started);
        steps.end();
        return new Result(id, request, outcome, version(), duration, steps, message, retryAfter, findings);
    }

    private long version() {
        return setup.versions().current().number();
    }

    /** A dry run is nobody's event: nothing happens. */
    void publish(Event event) {
        if (!request.scope().isDryRun()) {
            setup.events().publish(event);
        }
    }
}
