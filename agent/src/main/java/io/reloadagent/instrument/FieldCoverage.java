package io.reloadagent.instrument;

/** A field of a loaded class that is dynamic, or should be, and how many of its reads were changed. Immutable. */
public final class FieldCoverage {

    private final Class<?> type;
    private final String field;
    private final String descriptor;
    private final boolean constant;
    private final int sites;
    private final int classes;

    FieldCoverage(Class<?> type, String field, String descriptor, boolean constant, int sites, int classes) {
        this.type = type;
        this.field = field;
        this.descriptor = descriptor;
        this.constant = constant;
        this.sites = sites;
        this.classes = classes;
    }

    /** The class that declares it. */
    public Class<?> type() {
        return type;
    }

    /** Its name. */
    public String field() {
        return field;
    }

    /** Its type, as byte code has it. */
    public String descriptor() {
        return descriptor;
    }

    /** Whether it cannot follow, because the compiler copied its value into the readers. */
    public boolean isConstant() {
        return constant;
    }

    /** In how many places it is read, in classes that are loaded and follow. */
    public int sites() {
        return sites;
    }

    /** In how many classes these places are. */
    public int classes() {
        return classes;
    }
}
