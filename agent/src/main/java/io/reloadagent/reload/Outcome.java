package io.reloadagent.reload;

/** The ways in which a reload ends. */
public enum Outcome {
    /** The new version is in force. */
    APPLIED,
    /** Nothing differed for any dynamic field; the version stays. */
    UNCHANGED,
    /** The source, a value or a module's validation refused it; nothing was changed. */
    REFUSED,
    /** A module failed; those called before were compensated; the version stays. */
    ROLLED_BACK,
    /** A module failed and so did a compensation: the version stays, but a module may not be in its old state. */
    DEGRADED;

    /** Whether the source's content is now in force. */
    public boolean isSuccess() {
        return this == APPLIED || this == UNCHANGED;
    }
}
