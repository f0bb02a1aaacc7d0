package io.reloadagent.source;

import java.util.Objects;

/** The place in a source where something stands. Immutable. */
public final class Origin {

    private final String source;
    private final int line;
    private final int column;

    /** A place in a source without lines, such as a variable of the environment; its line and column are 0. */
    public static Origin of(String source) {
        return new Origin(source, 0, 0);
    }

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

    /** The line, 1-based; 0 where there are none. */
    public int line() {
        return line;
    }

    /** The column in code points, 1-based; 0 where there are none. */
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
        return line == 0 ? source : source + ":" + line + ":" + column;
    }
}
