package io.reloadagent.api;

import java.time.Duration;
import java.util.List;

/**
 * An application object that takes part in a reload: it is asked before anything changes, and told before the new
 * version is published. Any exception refuses the whole reload.
 *
 * <p>Objects of classes that implement this interface register themselves with the agent when their constructor ends,
 * under their class's name, and are forgotten when they are collected. {@link ReloadAgent#register} gives a name.
 * Those that were constructed before the agent was attached to a running JVM are not known to it; they can be registered so.
 *
 * <p>Every method is called on a thread of the agent, one call at a time, with the module's class loader as context
 * class loader. Each module is called for every reload that changes anything in its application, with all of those
 * changes; it picks its own. Where one JVM runs several applications, that is what its class loader can see, or is seen by.
 */
public interface Reloadable {

    /** Whether this module takes part in the reload that is about to begin; if not, it is left alone, the others go on. */
    default boolean canReload() {
        return true;
    }

    /**
     * The place of this module among the others: those with lower numbers are called first, and undone last. Equal ones are called
     * in the order of their names.
     */
    default int reloadOrder() {
        return 0;
    }

    /**
     * How long each single call of {@link #validate} and {@link #reload} may take.
     *
     * @return a positive duration, or null for what is left of the whole reload's timeout
     */
    default Duration reloadTimeout() {
        return null;
    }

    /**
     * Looks at the changes before anything was changed, and may refuse them. Must not have effects. Reads of dynamic
     * fields still return the old values; the new ones are in the changes.
     *
     * @param context the reload that asks
     * @param changes what would change; never empty, immutable
     * @throws Exception to refuse the reload; its message is reported to whoever asked for the reload
     */
    default void validate(ReloadContext context, List<ConfigChange> changes) throws Exception {}

    /**
     * Takes the changes over: resizes the pool, reopens the connection. If a later module fails, this method is called
     * once more with old and new values exchanged, and {@link ReloadContext#isCompensation()} is true. Reads of dynamic
     * fields on the calling thread return the new values, and the old ones in a compensation.
     *
     * @param context the reload that asks
     * @param changes what changes; never empty, immutable
     * @throws Exception to refuse: every module that was already called is compensated, and nothing is published
     */
    void reload(ReloadContext context, List<ConfigChange> changes) throws Exception;
}
