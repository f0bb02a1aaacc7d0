package io.reloadagent.bind;

import io.reloadagent.source.Document;
import java.util.Collection;

/**
 * Something other than fields that follows paths of the sources, and takes part in reloads by what it does then. All but {@link #names} is
 * called on threads for the application's code, never twice at a time unless one was abandoned.
 */
public interface Follower {

    /**
     * Finds out what a document means for it in place of the one in force. Changes nothing. May run the application's code, as
     * conversions do.
     *
     * @param found gets what would have to be done, and what is wrong
     */
    void compare(Document before, Document after, Consequences found);

    /**
     * Brings up to date what came into being after the document was put in force. Outside of any reload; what fails is logged.
     *
     * @param inForce the document in force
     */
    void catchUp(Document inForce);

    /** The names under which it takes part, as {@code reload.modules} may list them. */
    Collection<String> names();
}
