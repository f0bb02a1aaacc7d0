package io.reloadagent.reload;

import io.reloadagent.bind.ChangeSet;
import io.reloadagent.field.Pin;
import java.util.function.Supplier;

/** One that takes part in one reload. Every method but the first two may run the application's code, and waits for it up to a deadline. */
interface Participant {

    String name();

    /** Its place, from the least on; equal ones are called in the order in which they were invited. */
    int order();

    /** Takes note of what would change; whether any of it concerns this one. */
    boolean isConcernedBy(ChangeSet all, Deadline deadline) throws CallbackException;

    /** Whether it takes part. */
    boolean canReload(Deadline deadline) throws CallbackException;

    /** Has it look at the changes; throws if it refuses them. */
    void validate(Deadline deadline) throws CallbackException;

    /** Has it take the changes over; {@code show} makes its thread see the new values until that is closed. */
    void reload(Deadline deadline, Supplier<Pin> show) throws CallbackException;

    /** Has it go back. */
    void compensate(Deadline deadline) throws CallbackException;

    /** Whether it is to go back also if it failed itself: it may have done a part. */
    boolean isUndoneWhenFailed();
}
