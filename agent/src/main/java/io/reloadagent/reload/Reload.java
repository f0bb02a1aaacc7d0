package io.reloadagent.reload;

import io.reloadagent.bind.ChangeSet;
import io.reloadagent.bind.Effect;
import io.reloadagent.field.Cell;
import io.reloadagent.field.Swap;
import io.reloadagent.field.Version;
import io.reloadagent.report.Event;
import io.reloadagent.report.Log;
import io.reloadagent.source.Document;
import io.reloadagent.source.Path;
import io.reloadagent.source.Problem;
import io.reloadagent.source.Snapshot;
import io.reloadagent.source.SourceException;
import io.reloadagent.source.Withheld;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** One attempt to get from version N to N+1. Used once, on the coordinator's thread. */
final class Reload {

    /** So that a source which kept changing is called that, and not one that hangs. */
    private static final Duration GRACE = Duration.ofMillis(500);

    private final String id;
    private final Request request;
    private final Setup setup;
    private final ResultView view;
    private final Runnable late;
    private final Log log;
    private final Deadline deadline;
    private final Findings findings = new Findings();
    private final Steps steps;
    private final Ending ending;

    /** All cells that were opened. */
    private final List<Cell> opened = new ArrayList<>();

    /** Null if the sources were not read, or cannot be. */
    private Snapshot content;

    /** What the sources hold; null if they were not read, or cannot be parsed. */
    private Document latest;

    /** What is to be put in force; null until that is known. */
    private Document target;

    /** Null until the changed cells are open. */
    private Swap swap;

    /** @param late is run when a callback that was given up has ended after all, by what thread ever */
    Reload(String id, Request request, Setup setup, ResultView view, Runnable late, Log log) {
        this.id = id;
        this.request = request;
        this.setup = setup;
        this.view = view;
        this.late = late;
        this.log = log;
        this.deadline = Deadline.in(setup.policy().timeout());
        this.steps = new Steps(step -> log.debug("reload {}: {}", id, step));
        this.ending = new Ending(id, request, setup, view, findings, steps);
    }

    /** Tells everybody that it begins. */
    void begin() {
        ending.publish(Event.started(id, request.trigger().toString()));
    }

    /** Ends it without an attempt: nothing was read. */
    Ending ending() {
        return ending;
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
                : within(deadline.left().plus(GRACE), () -> setup.sources().readSettled(deadline.left()));
        return content;
    }

    private <T> T within(Duration time, Reading.Step<T> step) throws SourceException {
        try {
            return setup.reading().within(time, "source " + setup.sources(), step);
        } catch (InterruptedException e) {
            // By the application: the agent does not interrupt this thread. The next reload is as good as any.
            throw new SourceException(
                    SourceException.Kind.UNSETTLED,
                    new Problem(null, null, "source " + setup.sources() + ": interrupted while it was read"));
        }
    }

    /** Runs the transaction on what was read; whatever happens in it, this returns how it ended. */
    Result run(Snapshot snapshot) {
        try {
            steps.begin("parse");
            latest = within(deadline.left(), snapshot::parse);
            Sections sections = new Sections(setup.policy().enabled());
            warnOfStrangers(sections);
            return run(sections.choose(latest, inForce(), request.scope().sections(), setup.binder()::unset));
        } catch (SourceException e) {
            return ending.refused(e);
        } catch (ScopeException e) {
            return ending.invalid(e.getMessage());
        }
    }

    /** A name that was misspelt keeps what it was meant for as it is, for good. */
    private void warnOfStrangers(Sections sections) {
        if (setup.policy().enabled().names().isEmpty()) {
            return;
        }
        Set<String> registered =
                setup.modules().list().stream().map(Module::name).collect(Collectors.toSet());
        setup.binder().followers().forEach(follower -> registered.addAll(follower.names()));
        for (String stranger : sections.strangers(latest, inForce(), setup.binder()::unset, registered)) {
            log.warn("what reload.modules does not list stays as it is, and in it {}", stranger);
        }
    }

    /** Runs the transaction on what was in force with an earlier version; whatever happens in it, this returns how it ended. */
    Result runBack() {
        long version = request.scope().version();
        Document then = setup.history().document(version);
        if (then == null) {
            return ending.invalid("version " + version + " is not kept; there are "
                    + setup.history().range());
        }
        List<Path> unknown = Withheld.pathsOf(then);
        return run(unknown.isEmpty() ? then : then.with(inForce(), unknown));
    }

    private Result run(Document document) {
        target = document;
        UnaryOperator<String> mask = view.mask(inForce(), document);
        findings.mask(mask);
        try {
            return run(document, mask);
        } catch (SourceException e) {
            return ending.refused(e);
        } catch (ModuleException e) {
            findings.failed(e.module());
            return ending.refused(e.getMessage());
        }
    }

    private Document inForce() {
        return (Document) setup.versions().current().basis();
    }

    private Result run(Document document, UnaryOperator<String> mask) throws SourceException, ModuleException {
        try (Callbacks callbacks = new Callbacks(request.depth(), setup.abandoned(), late, mask, log)) {
            String exhausted = callbacks.exhausted();
            return exhausted == null ? transact(document, invited(callbacks), callbacks) : ending.refused(exhausted);
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
            if (object != null && setup.policy().enabled().includes(module.name())) {
                invited.add(new ModuleParticipant(module.name(), object, callbacks, facts));
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
                    return ending.unchanged();
                }
            } else {
                if (round == null) {
                    List<Participant> all = withEffects(invited, changes, callbacks);
                    round = isDryRun()
                            ? Round.ofAll(id, all, changes, setup.events(), findings, deadline)
                            : Round.begin(id, all, changes, setup.events(), findings, deadline);
                }
                steps.begin("validate");
                if (!round.validate()) {
                    return ending.refused();
                }
                if (isDryRun()) {
                    return ending.accepted(changes);
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

    private List<Participant> withEffects(List<Participant> invited, ChangeSet changes, Callbacks callbacks) {
        List<Participant> all = new ArrayList<>(invited);
        for (Effect effect : changes.effects()) {
            if (setup.policy().enabled().includes(effect.name())) {
                all.add(new EffectParticipant(effect, callbacks));
            }
        }
        return all;
    }

    /** Values of the application's own types are made and compared by its code: that, too, can do what it likes. */
    private ChangeSet compare(Document document, Callbacks callbacks) throws SourceException {
        try {
            return callbacks.runUndisturbed(
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

    private Result apply(ChangeSet changes, Round round) {
        Version version;
        opened.addAll(swap.changed());
        try {
            ending.publish(Event.validated(id, changes.changes().size()));
            steps.begin("callbacks");
            List<ModuleException> failures = round.reload(swap, setup.policy().rollsBack());
            if (!failures.isEmpty() && setup.policy().rollsBack()) {
                findings.failed(failures.get(0).module());
                return rolledBack(failures.get(0).getMessage(), round);
            }
            steps.begin("commit");
            version = swap.commit();
            if (version == null) {
                return beginAnew(round);
            }
            failures.forEach(findings::failed);
        } catch (RuntimeException | Error e) {
            return rolledBack("the agent itself failed: " + e, round);
        }
        return ending.applied(changes, version);
    }

    /** Null, unless a module could not be brought back to where it was. */
    private Result beginAnew(Round round) {
        swap.withdraw();
        List<String> uncompensated = round.compensate(setup.policy().timeout());
        return uncompensated.isEmpty()
                ? null
                : ending.undone(
                        "fields were read for the first time meanwhile, which it would change, too", uncompensated);
    }

    /** Makes the reads of what changed as fast as before. To be called when the result is known. */
    void settle() {
        if (!opened.isEmpty()) {
            setup.settling().accept(opened);
        }
    }

    private Result rolledBack(String failure, Round round) {
        steps.begin("roll back");
        swap.withdraw();
        return ending.undone(failure, round.compensate(setup.policy().timeout()));
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
