package io.reloadagent.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * The content of all sources at one moment, in order of precedence: later ones override earlier ones; and what their values refer to
 * besides. Equal to another if neither a name nor a byte nor something referred to differs. Immutable.
 */
public final class Snapshot {

    private final List<Content> contents;

    /** What references led to when this was read. */
    private final Surroundings surroundings;

    /** The content parsed and merged, references as written; null if no content may have any. */
    private final Document merged;

    /** The same with its references resolved; null if no content may have any. */
    private final Document resolved;

    /** @param contents one a source, in order of precedence; copied; never null */
    public Snapshot(List<Content> contents) {
        this(contents, new Surroundings(System::getenv), null, null);
    }

    private Snapshot(List<Content> contents, Surroundings surroundings, Document merged, Document resolved) {
        this.contents = Collections.unmodifiableList(new ArrayList<>(contents));
        this.surroundings = surroundings;
        this.merged = merged;
        this.resolved = resolved;
    }

    /**
     * With what the values refer to now.
     *
     * @param previous what was read before: the same content need not be parsed again
     */
    static Snapshot withReferences(List<Content> contents, Snapshot previous) {
        Snapshot plain = new Snapshot(contents);
        if (contents.stream().noneMatch(Content::mayRefer)) {
            return plain;
        }
        Document merged;
        try {
            boolean known = previous.merged != null && previous.contents.equals(contents);
            merged = known ? previous.merged : plain.merged();
        } catch (SourceException e) {
            return plain; // whoever parses it is told
        }
        Surroundings now = new Surroundings(System::getenv);
        return new Snapshot(contents, now, merged, resolved(merged, now));
    }

    private static Document resolved(Document document, Surroundings surroundings) {
        return References.resolve(document, surroundings);
    }

    /** One content a source, in order of precedence; unmodifiable. */
    public List<Content> contents() {
        return contents;
    }

    /** The files that values refer to; unmodifiable. */
    List<Path> referencedFiles() {
        return surroundings.files();
    }

    /**
     * Parses every source, merges them and puts values in the place of references. A value for which that fails is a leaf with a problem.
     *
     * @throws SourceException with the problems of all sources that are not well-formed
     */
    public Document parse() throws SourceException {
        // References that only a parser recognises, written with escapes, are not compared.
        return resolved != null ? resolved : resolved(merged(), new Surroundings(System::getenv));
    }

    private Document merged() throws SourceException {
        List<Problem> problems = new ArrayList<>();
        Document merged = null;
        for (Content content : contents) {
            try {
                Document document = LoggerNames.gathered(content.parse());
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
        return other instanceof Snapshot
                && contents.equals(((Snapshot) other).contents)
                && surroundings.equals(((Snapshot) other).surroundings);
    }

    @Override
    public int hashCode() {
        return Objects.hash(contents, surroundings);
    }

    @Override
    public String toString() {
        return contents.toString();
    }
}
