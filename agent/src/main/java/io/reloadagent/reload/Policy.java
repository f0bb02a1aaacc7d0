package io.reloadagent.reload;

import java.time.Duration;

/** What the settings say of every reload. Immutable. */
public final class Policy {

    private final Duration timeout;
    private final boolean rollsBack;
    private final EnabledModules enabled;

    /**
     * A policy.
     *
     * @param timeout how long one reload may take, compensation not included
     * @param rollsBack whether a module that fails undoes the reload; else the new version is published nevertheless
     * @param enabled the modules that take part
     */
    public Policy(Duration timeout, boolean rollsBack, EnabledModules enabled) {
        this.timeout = timeout;
        this.rollsBack = rollsBack;
        this.enabled = enabled;
    }

    Duration timeout() {
        return timeout;
    }

    boolean rollsBack() {
        return rollsBack;
    }

    EnabledModules enabled() {
        return enabled;
    }
}
