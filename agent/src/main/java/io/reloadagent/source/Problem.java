package io.reloadagent.source;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Something wrong that a person has to mend: where, at which path, and what. Immutable. */
public final class Problem {

    private final Origin origin;
    private final String path;
    private final String message;

    /** Null unless somebody knows it. */
    private final String discreet;

    /**
     * @param origin where it stands, or null if it has no place
     * @param path which setting it concerns, or null if none
     * @param message what is wrong and what to do, in one line without secrets; never null
     */
    public Problem(Origin origin, String path, String message) {
        this(origin, path, message, null);
    }

    /** @param discreet what is wrong and what to do, without anything that stands in the source; null if nobody knows it */
    Problem(Origin origin, String path, String message, String discreet) {
        this.origin = origin;
        this.path = path;
        this.message = Objects.requireNonNull(message, "message");
        this.discreet = discreet;
    }

    /** Where it stands, or null. */
    public Origin origin() {
        return origin;
    }

    /** Which setting it concerns, such as {@code database.pool[2].timeout}, or null. */
    public String path() {
        return path;
    }

    /** What is wrong and what to do; never null. */
    public String message() {
        return message;
    }

    /** The message for a place that may be a part of a secret: without anything that stands in the source; null if nobody knows it. */
    String discreet() {
        return discreet;
    }

    /** The same with another message. */
    public Problem map(UnaryOperator<String> replacement) {
        return new Problem(origin, path, replacement.apply(message), discreet);
    }

    /** Its parts for JSON: source, line and column, path, message; null what it lacks. Unmodifiable. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("source", origin == null ? null : origin.source());
        boolean inLines = origin != null && origin.line() > 0;
        map.put("line", inLines ? origin.line() : null);
        map.put("column", inLines ? origin.column() : null);
        map.put("path", path);
        map.put("message", message);
        return Collections.unmodifiableMap(map);
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Problem)) {
            return false;
        }
        Problem that = (Problem) other;
        return Objects.equals(origin, that.origin) && Objects.equals(path, that.path) && message.equals(that.message);
    }

    @Override
    public int hashCode() {
        return Objects.hash(origin, path, message);
    }

    /** In one line: {@code app.yaml:3:5 database.max_conns: expected an int, found 'abc'}. */
    @Override
    public String toString() {
        StringBuilder line = new StringBuilder();
        if (origin != null) {
            line.append(origin).append(' ');
        }
        if (path != null) {
            line.append(path).append(": ");
        }
        return line.append(message).toString();
    }
}
