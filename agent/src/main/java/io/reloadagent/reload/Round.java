package io.reloadagent.reload;

import io.reloadagent.bind.Change;
import io.reloadagent.field.Swap;
import io.reloadagent.report.Event;
import io.reloadagent.report.Events;
import io.reloadagent.source.Problem;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
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
     * @throws ModuleException if one cannot say
     */
    static Round begin(String reloadId, List<Participant> invited, Events events, Findings findings, Deadline deadline)
            throws ModuleException {
        List<Participant> participants = new ArrayList<>();
        for (Participant participant : invited) {
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
        return new Round(reloadId, participants, events, findings, deadline);
    }

    /** A round of all, whether they can reload or not: for their validation only. */
    static Round ofAll(
            String reloadId, List<Participant> invited, Events events, Findings findings, Deadline deadline) {
        return new Round(reloadId, new ArrayList<>(invited), events, findings, deadline);
    }

    /** Has every module look at the changes, before anything is changed. The findings tell who refused. */
    boolean validate(List<Change> changes) {
        boolean accepted = true;
        for (Participant participant : participants) {
            try {
                participant.validate(changes, deadline);
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
     * @throws ModuleException from the first that fails; those before it are to be compensated
     */
    void reload(List<Change> changes, Swap swap) throws ModuleException {
        for (Participant participant : participants) {
            long started = System.nanoTime();
            events.publish(Event.moduleStarted(reloadId, participant.name()));
            try {
                participant.reload(changes, deadline, swap::show);
            } catch (CallbackException e) {
                throw new ModuleException(participant.name(), e);
            }
            reloaded.push(participant);
            events.publish(
                    Event.moduleCompleted(reloadId, participant.name(), Duration.ofNanos(System.nanoTime() - started)));
        }
    }

    /**
     * Calls the modules that had taken the changes over once more, last first, with old and new values exchanged.
     *
     * @param fresh the deadline of each call; that of the reload may have passed
     * @return the messages of those that failed; every other is back in its old state
     */
    List<String> compensate(List<Change> changes, Duration fresh) {
        List<String> failures = new ArrayList<>();
        for (Participant participant : reloaded) {
            try {
                participant.compensate(changes, Deadline.in(fresh));
            } catch (CallbackException e) {
                failures.add(new ModuleException(participant.name(), e).getMessage());
            }
        }
        return failures;
    }
}
