package io.reloadagent.scan;

/** Classes that are not the application's own: a jar within the archive, or the packages of one owner. For one thread until it is handed on. */
public final class Library {

    private final String name;
    private int classes;
    private int candidates;

    Library(String name) {
        this.name = name;
    }

    void add(boolean candidate) {
        classes++;
        candidates += candidate ? 1 : 0;
    }

    /** {@code BOOT-INF/lib/HikariCP-5.1.0.jar}, {@code com.zaxxer.*}. */
    public String name() {
        return name;
    }

    /** How many classes it has. */
    public int classes() {
        return classes;
    }

    /** How many of them may hold a configuration. */
    public int candidates() {
        return candidates;
    }
}
