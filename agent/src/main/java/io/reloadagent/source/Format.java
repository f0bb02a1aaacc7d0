package io.reloadagent.source;

/** A notation that documents are written in. Implementations are immutable. */
public interface Format {

    /** What people call it: {@code yaml}; never null. */
    String name();

    /**
     * Parses a content whole. Every node knows where it stands in it.
     *
     * @param content never null
     * @throws SourceException of kind INVALID with all problems found, if the content is not well-formed or beyond a limit
     */
    Document parse(Content content) throws SourceException;
}
