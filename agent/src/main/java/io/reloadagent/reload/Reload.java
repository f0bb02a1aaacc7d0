package io.reloadagent.reload;

import io.reloadagent.bind.ChangeSet;
import io.reloadagent.field.Cell;
import io.reloadagent.field.Swap;
import io.reloadagent.field.Version;
import io.reloadagent.report.Event;
import io.reloadagent.report.Log;
import io.reloadagent.source.Document;
import io.reloadagent.source.Problem;
import io.reloadagent.source.Snapshot;
import io.reloadagent.source.SourceException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** One attempt to get from version N to N+1. Used once, on the coordinator's thread. */
final class Reload {

    private final String id;
    private final Request request;
    private final Setup setup;
    private final ResultView view;
    private final Log log;
    private final long started = System.nanoTime();
    private final Deadline deadline;
    private final Findings findings = new Findings();

    /** All cells that were opened. */
    private final List<Cell> opened = new ArrayList<>();

    private final Steps steps = new Steps();

    /** Null if the sources were not read, or cannot be. */
    private Snapshot content;

    /** What the sources hold; null if they were not read, or cannot be parsed. */
    private Document latest;

    /** What is to be put in force; null until that is known. */
    private Document target;

    /** Null until the changed cells are open. */
    private Swap swap;

    Reload(String id, Request request, Setup setup, ResultView view, Log log) {
        this.id = id;
        this.request = request;
        this.setup = setup;
        this.view = view;
        this.log = log;
        this.deadline = Deadline.in(setup.timeout());
    }

    /**
     * Reads the sources, unless the request brought them along.
     *
     * @throws SourceException if they cannot be read, or keep changing
     */
    Snapshot read() throws SourceException {
        steps.begin("read");
        content = request.snapshot() != null
                ? request.snapshot()
                : setup.sources().readSettled(deadline.left());
        return content;
    }

    /** Runs the transaction on what was read; whatever happens in it, this returns how it ended. */
    Result run(Snapshot snapshot) {
        try {
            steps.begin("parse");
            latest = snapshot.parse();
            Sections sections = new Sections(setup.enabled());
            return run(sections.choose(latest, inForce(), request.scope().sections(), setup.binder()::unset));
        } catch (SourceException e) {
            return refused(e);
        } catch (ScopeException e) {
            return invalid(e.getMessage());
        }
    }

    /** Runs the transaction on what was in force with an earlier version; whatever happens in it, this returns how it ended. */
    Result runBack() {
        long version = request.scope().version();
        Document then = setup.history().document(version);
        return then == null
                ? invalid("version " + version + " is not kept; there are "
                        + setup.history().range())
                : run(then);
    }

    private Result run(Document document) {
        target = document;
        try {
            return run(document, view.mask(inForce(), document));
        } catch (SourceException e) {
            return refused(e);
        } catch (ModuleException e) {
            findings.failed(e.module());
            return refused(e.getMessage());
        }
    }

    private Document inForce() {
        return (Document) setup.versions().current().basis();
    }

    private Result run(Document document, UnaryOperator<String> mask) throws SourceException, ModuleException {
        try (Callbacks callbacks = new Callbacks(setup.abandoned(), mask, log)) {
            return transact(document, invited(callbacks), callbacks);
        }
    }

    private List<Participant> invited(Callbacks callbacks) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("reloadId", id);
        facts.put("trigger", request.trigger().toString());
        facts.put("fromVersion", setup.versions().current().number());
        List<Participant> invited = new ArrayList<>();
        for (Module module : setup.modules().list()) {
            Object object = module.object();
            if (object != null && setup.enabled().includes(module.name())) {
                invited.add(new Participant(module.name(), object, callbacks, facts));
            }
        }
        return invited;
    }

    /** Begins anew when dynamic fields are read for the first time meanwhile: their values belong to the change, too. */
    private Result transact(Document document, List<Participant> invited, Callbacks callbacks)
            throws SourceException, ModuleException {
        Round round = null; // nobody is called unless something changes
        while (true) {
            steps.begin("compare");
            ChangeSet changes = compare(document, callbacks);
            findings.changes(changes);
            if (changes.isEmpty()) {
                if (isDryRun() || setup.versions().rebase(changes.seen(), document)) {
                    return unchanged();
                }
            } else {
                if (round == null) {
                    round = isDryRun()
                            ? Round.ofAll(id, invited, setup.events(), findings, deadline)
                            : Round.begin(id, invited, setup.events(), findings, deadline);
                }
                steps.begin("validate");
                if (!round.validate(changes.changes())) {
                    return refused();
                }
                if (isDryRun()) {
                    return accepted(changes);
                }
                steps.begin("open");
                swap = Swap.open(setup.versions(), changes.seen(), document, changes.overrides(), changes.resets());
                Result result = swap == null ? null : apply(changes, round);
                if (result != null) {
                    return result;
                }
                round = swap == null ? round : null; // modules that were compensated begin anew, too
            }
        }
    }

    /** Values of the application's own types are made and compared by its code: that, too, can do what it likes. */
    private ChangeSet compare(Document document, Callbacks callbacks) throws SourceException {
        try {
            return callbacks.run(
                    () -> setup.binder().compare(setup.versions().current(), document),
                    ClassLoader.getSystemClassLoader(),
                    deadline);
        } catch (CallbackException e) {
            if (e.getCause() instanceof SourceException) {
                throw (SourceException) e.getCause();
            }
            throw new SourceException(
                    SourceException.Kind.INVALID,
                    Collections.singletonList(
                            new Problem(null, null, "the conversion of the values " + e.getMessage())));
        }
    }

    private boolean isDryRun() {
        return request.scope().isDryRun();
    }

    private Result accepted(ChangeSet changes) {
        return end(Outcome.ACCEPTED, "dry run: " + count(changes) + " would be applied");
    }

    private Result unchanged() {
        publish(Event.validated(id, 0));
        Result result = end(Outcome.UNCHANGED, "nothing changed for any dynamic field");
        publish(Event.completed(id, result.duration(), Collections.emptyList(), result.version()));
        return result;
    }

    private Result apply(ChangeSet changes, Round round) {
        Version version;
        opened.addAll(swap.changed());
        try {
            publish(Event.validated(id, changes.changes().size()));
            steps.begin("callbacks");
            round.reload(changes.changes(), swap);
            steps.begin("commit");
            version = swap.commit();
            if (version == null) {
                return beginAnew(changes, round);
            }
        } catch (ModuleException e) {
            findings.failed(e.module());
            return rolledBack(e.getMessage(), changes, round);
        } catch (RuntimeException | Error e) {
            return rolledBack("the agent itself failed: " + e, changes, round);
        }
        return applied(changes, version);
    }

    /** Null, unless a module could not be brought back to where it was. */
    private Result beginAnew(ChangeSet changes, Round round) {
        swap.withdraw();
        List<String> uncompensated = round.compensate(changes.changes(), setup.timeout());
        return uncompensated.isEmpty()
                ? null
                : undone("fields were read for the first time meanwhile, which it would change, too", uncompensated);
    }

    /** Makes the reads of what changed as fast as before. To be called when the result is known. */
    void settle() {
        if (!opened.isEmpty()) {
            setup.settling().accept(opened);
        }
    }

    private Result applied(ChangeSet changes, Version version) {
        Result result = end(Outcome.APPLIED, count(changes) + " applied");
        publish(Event.completed(id, result.duration(), view.paths(changes.changes()), version.number()));
        return result;
    }

    private static String count(ChangeSet changes) {
        int count = changes.changes().size();
        return count + (count == 1 ? " change" : " changes");
    }

    private Result rolledBack(String failure, ChangeSet changes, Round round) {
        steps.begin("roll back");
        swap.withdraw();
        return undone(failure, round.compensate(changes.changes(), setup.timeout()));
    }

    private Result undone(String failure, List<String> uncompensated) {
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

    /** Ends the reload because the sources cannot be used. */
    Result refused(SourceException e) {
        e.problems().forEach(findings::problem);
        return refused();
    }

    /** Ends the reload before anything was changed. */
    Result refused(String why) {
        problem(why);
        return refused();
    }

    /** Ends the reload because there is nothing that the request could mean. */
    private Result invalid(String why) {
        problem(why);
        publish(Event.failed(id, why, null));
        return end(Outcome.INVALID, why);
    }

    /** Does not begin the reload, because the same has failed a moment ago. */
    Result backingOff(Duration left, String cause) {
        String message = "not tried again for another " + seconds(left) + " s, " + stays()
                + ": the same failed before: " + cause;
        return end(Outcome.BACKING_OFF, message, left);
    }

    /** Rounded up: who comes back then is not too early. */
    private static long seconds(Duration left) {
        return (left.toMillis() + 999) / 1000;
    }

    private Result refused() {
        String message = "refused, " + stays() + ": " + join(findings.problems());
        publish(Event.failed(id, message, findings.failedModule()));
        return end(Outcome.REFUSED, message);
    }

    private void problem(String message) {
        findings.problem(new Problem(null, null, message));
    }

    private String stays() {
        return "version " + setup.versions().current().number() + " stays";
    }

    private static String join(List<Problem> problems) {
        return problems.stream().map(Problem::toString).collect(Collectors.joining("; "));
    }

    private Result end(Outcome outcome, String message) {
        return end(outcome, message, Duration.ZERO);
    }

    private Result end(Outcome outcome, String message, Duration retryAfter) {
        Duration duration = Duration.ofNanos(System.nanoTime() - started);
        steps.end();
        long version = setup.versions().current().number();
        return new Result(id, request, outcome, version, duration, steps, message, retryAfter, findings);
    }

    /** A dry run is nobody's event: nothing happens. */
    private void publish(Event event) {
        if (!isDryRun()) {
            setup.events().publish(event);
        }
    }

    /** Tells everybody that it begins. */
    Reload begin() {
        publish(Event.started(id, request.trigger().toString()));
        return this;
    }

    /** Null if the sources were not read, or cannot be. */
    Snapshot content() {
        return content;
    }

    /** What the sources hold; null if they were not read, or cannot be parsed. */
    Document latest() {
        return latest;
    }

    /** What was to be put in force; null if the reload did not get so far. */
    Document target() {
        return target;
    }
}
