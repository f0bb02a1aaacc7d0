package io.reloadagent.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** A source cannot be used: every problem that was found, at once. Its message is the problems, a line each. */
public final class SourceException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;
    private final Kind kind;
    private final transient List<String> sources;

    /** What a source suffers from. */
    public enum Kind {
        /** A source does not exist (now). */
        MISSING,
        /** A source exists and cannot be read. */
        UNREADABLE,
        /** A source kept changing while it was read. */
        UNSETTLED,
        /** A source was read and its content is refused. */
        INVALID
    }

    /**
     * @param kind what the source suffers from; of several sources, the first; never null
     * @param problems at least one; copied
     */
    public SourceException(Kind kind, List<Problem> problems) {
        this(kind, problems, Collections.emptyList());
    }

    /** @param sources the names of those that cannot be used; copied */
    SourceException(Kind kind, List<Problem> problems, List<String> sources) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.kind = Objects.requireNonNull(kind, "kind");
        this.problems = Collections.unmodifiableList(new ArrayList<>(problems));
        this.sources = Collections.unmodifiableList(new ArrayList<>(sources));
    }

    /** An exception of one problem. */
    public SourceException(Kind kind, Problem problem) {
        this(kind, Collections.singletonList(problem));
    }

    /** What the source suffers from; of several sources, the first. */
    public Kind kind() {
        return kind;
    }

    /** The names of the sources that cannot be used, as {@link Source#toString} has them; empty where nobody knows; unmodifiable. */
    public List<String> sources() {
        return sources;
    }

    /** Every problem that was found, in the order of the sources; unmodifiable. */
    public List<Problem> problems() {
        return problems;
    }
}
