package io.reloadagent.source.format;

import io.reloadagent.source.Origin;
import io.reloadagent.source.Problem;
import io.reloadagent.source.SourceException;

/** What every format says in the same words. Never quotes the text, which may be a secret. */
final class Refusal {

    private Refusal() {}

    static SourceException at(Origin origin, String message) {
        return new SourceException(SourceException.Kind.INVALID, new Problem(origin, null, message));
    }

    /** @param advice what to write if nothing shall be set */
    static SourceException empty(String source, String advice) {
        return at(new Origin(source, 1, 1), "the file is empty or has only comments; " + advice);
    }

    static SourceException duplicate(Origin origin, Origin first) {
        return at(origin, "this key stands here and at " + first + "; keep one");
    }

    static SourceException notAMapping(Origin origin, String kind) {
        return at(origin, "the document must be a mapping of keys to values, not " + kind);
    }
}
