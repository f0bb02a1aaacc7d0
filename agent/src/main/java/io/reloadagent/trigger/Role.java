package io.reloadagent.trigger;

import java.util.Locale;

/** What who asks over HTTP may do; each role has a token of its own. */
enum Role {

    /** May look at everything that is shown. */
    READ,

    /** May also reload, roll back, and whatever else changes something. */
    OPERATE;

    /** Whether it may do what needs a role. */
    boolean covers(Role needed) {
        return compareTo(needed) >= 0;
    }

    /** As it stands in answers, the log and the audit. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
