package io.reloadagent.reload;

/** The ways in which a reload ends. */
public enum Outcome {
    /** The new version is in force. */
    APPLIED,
    /** The new version is in force, though a module failed to take it over: the settings say not to roll back. */
    INCOMPLETE,
    /** Nothing differed for any dynamic field; the version stays. */
    UNCHANGED,
    /** A dry run found nothing that would be refused; nothing was changed. */
    ACCEPTED,
    /** The request names a section or a version that there is not; nothing was tried. */
    INVALID,
    /** What the sources hold has failed before, and its wait is not over; nothing was tried. */
    BACKING_OFF,
    /** The source, a value or a module's validation refused it; nothing was changed. */
    REFUSED,
    /** A module failed; those called before were compensated; the version stays. */
    ROLLED_BACK,
    /** A module failed and so did a compensation: the version stays, but a module may not be in its old state. */
    DEGRADED;

    /** Whether what was asked for is in force now, or would be after a dry run. */
    public boolean isSuccess() {
        return this == APPLIED || this == UNCHANGED || this == ACCEPTED;
    }

    /** Whether a new version is in force. */
    boolean makesVersion() {
        return this == APPLIED || this == INCOMPLETE;
    }

    /** Whether it leaves a module out of step with the version in force. */
    boolean isDegrading() {
        return this == DEGRADED || this == INCOMPLETE;
    }

    /** Whether what was asked for was tried and cannot be in force. */
    boolean isFailure() {
        return this == REFUSED || this == ROLLED_BACK || this == DEGRADED;
    }
}
