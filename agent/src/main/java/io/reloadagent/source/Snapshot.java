package io.reloadagent.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The content of all sources at one moment, in order of precedence: later ones override earlier ones. Equal to another if
 * neither a name nor a byte differs. Immutable.
 */
public final class Snapshot {

    private final List<Content> contents;

    /** @param contents one a source, in order of precedence; copied; never null */
    public Snapshot(List<Content> contents) {
        this.contents = Collections.unmodifiableList(new ArrayList<>(contents));
    }

    /** One content a source, in order of precedence; unmodifiable. */
    public List<Content> contents() {
        return contents;
    }

    /**
     * Parses every source and merges them.
     *
     * @throws SourceException with the problems of all sources that are not well-formed
     */
    public Document parse() throws SourceException {
        List<Problem> problems = new ArrayList<>();
        Document merged = null;
        for (Content content : contents) {
            try {
                Document document = content.parse();
                merged = merged == null ? document : merged.overlaidBy(document);
            } catch (SourceException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new SourceException(SourceException.Kind.INVALID, problems);
        }
        return merged == null ? Document.empty("no source") : merged;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Snapshot && contents.equals(((Snapshot) other).contents);
    }

    @Override
    public int hashCode() {
        return contents.hashCode();
    }

    @Override
    public String toString() {
        return contents.toString();
    }
}
