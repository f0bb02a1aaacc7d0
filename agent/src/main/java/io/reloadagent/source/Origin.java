package io.reloadagent.source;

import java.util.Objects;

/** The place in a source where something stands. Immutable. */
public final class Origin {

    private final String source;
    private final int line;
    private final int column;

    /**
     * @param source name of the source, usually a file; never null
     * @param line 1-based
     * @param column 1-based, in code points
     */
    public Origin(String source, int line, int column) {
        this.source = Objects.requireNonNull(source, "source");
        this.line = line;
        this.column = column;
    }

    /** Name of the source, usually a file; never null. */
    public String source() {
        return source;
    }

    /** The line, 1-based. */
    public int line() {
        return line;
    }

    /** The column in code points, 1-based. */
    public int column() {
        return column;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Origin)) {
            return false;
        }
        Origin that = (Origin) other;
        return line == that.line && column == that.column && source.equals(that.source);
    }

    @Override
    public int hashCode() {
        return Objects.hash(source, line, column);
    }

    /** For people: {@code app.yaml:3:5}. */
    @Override
    public String toString() {
        return source + ":" + line + ":" + column;
    }
}
