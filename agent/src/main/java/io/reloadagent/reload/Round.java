package io.reloadagent.reload;

import io.reloadagent.bind.ChangeSet;
import io.reloadagent.field.Swap;
import io.reloadagent.report.Event;
import io.reloadagent.report.Events;
import io.reloadagent.source.Problem;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** The round of calls that one reload makes to the modules that were registered when it began. */
final class Round {

    private final String reloadId;
    private final List<Participant> participants;
    private final Events events;
    private final Findings findings;
    private final Deadline deadline;
    private final Deque<Participant> reloaded = new ArrayDeque<>();

    private Round(
            String reloadId, List<Participant> participants, Events events, Findings findings, Deadline deadline) {
        this.reloadId = reloadId;
        this.participants = participants;
        this.events = events;
        this.findings = findings;
        this.deadline = deadline;
    }

    /**
     * Asks who takes part.
     *
     * @param invited those that are registered, by name
     * @throws ModuleException if one cannot say
     */
    static Round begin(
            String reloadId,
            List<Participant> invited,
            ChangeSet changes,
            Events events,
            Findings findings,
            Deadline deadline)
            throws ModuleException {
        List<Participant> participants = new ArrayList<>();
        for (Participant participant : concerned(invited, changes, deadline)) {
            try {
                if (participant.canReload(deadline)) {
                    participants.add(participant);
                } else {
                    findings.skipped(participant.name());
                }
            } catch (CallbackException e) {
                throw new ModuleException(participant.name(), e);
            }
        }
        participants.sort(Comparator.comparing(Participant::order)); // a stable sort: names within
        return new Round(reloadId, participants, events, findings, deadline);
    }

    /** A round of all, whether they can reload or not: for their validation only. */
    static Round ofAll(
            String reloadId,
            List<Participant> invited,
            ChangeSet changes,
            Events events,
            Findings findings,
            Deadline deadline)
            throws ModuleException {
        return new Round(reloadId, concerned(invited, changes, deadline), events, findings, deadline);
    }

    private static List<Participant> concerned(List<Participant> invited, ChangeSet changes, Deadline deadline)
            throws ModuleException {
        List<Participant> concerned = new ArrayList<>();
        for (Participant participant : invited) {
            try {
                if (participant.isConcernedBy(changes, deadline)) {
                    concerned.add(participant);
                }
            } catch (CallbackException e) {
                throw new ModuleException(participant.name(), e);
            }
        }
        return concerned;
    }

    /** Has every module look at the changes, before anything is changed. The findings tell who refused. */
    boolean validate() {
        boolean accepted = true;
        for (Participant participant : participants) {
            try {
                participant.validate(deadline);
            } catch (CallbackException e) {
                ModuleException refusal = new ModuleException(participant.name(), e);
                findings.failed(participant.name());
                findings.problem(new Problem(null, null, refusal.getMessage()));
                accepted = false;
            }
        }
        return accepted;
    }

    /**
     * Has one module after the other take the changes over; reads on their threads see the new values.
     *
     * @param stops whether the first failure ends it; those before it are to be compensated
     * @return the failures, in their order
     */
    List<ModuleException> reload(Swap swap, boolean stops) {
        List<ModuleException> failures = new ArrayList<>();
        for (Participant participant : participants) {
            try {
                reload(participant, swap);
            } catch (CallbackException e) {
                failures.add(new ModuleException(participant.name(), e));
                if (stops) {
                    return failures;
                }
            }
        }
        return failures;
    }

    private void reload(Participant participant, Swap swap) throws CallbackException {
        long started = System.nanoTime();
        events.publish(Event.moduleStarted(reloadId, participant.name()));
        if (participant.isUndoneWhenFailed()) {
            reloaded.push(participant);
        }
        participant.reload(deadline, swap::show);
        if (!participant.isUndoneWhenFailed()) {
            reloaded.push(participant);
        }
        events.publish(
                Event.moduleCompleted(reloadId, participant.name(), Duration.ofNanos(System.nanoTime() - started)));
    }

    /**
     * Calls the modules that had taken the changes over once more, last first, with old and new values exchanged.
     *
     * @param fresh the deadline of each call; that of the reload may have passed
     * @return the messages of those that failed; every other is back in its old state
     */
    List<String> compensate(Duration fresh) {
        List<String> failures = new ArrayList<>();
        for (Participant participant : reloaded) {
            try {
                participant.compensate(Deadline.in(fresh));
            } catch (CallbackException e) {
                failures.add(new ModuleException(participant.name(), e).getMessage());
            }
        }
        return failures;
    }
}
