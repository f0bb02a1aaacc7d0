package io.reloadagent.trigger;

import java.util.Map;

/** A dynamic field, for JMX clients, which receive it as composite data with these properties. Immutable. */
public final class FieldReport {

    private final Map<String, Object> field;

    FieldReport(Map<String, Object> field) {
        this.field = field;
    }

    /** The class that declares it, as the JVM names it, and its name. */
    public String getField() {
        return (String) field.get("field");
    }

    /** The path that it follows; null if that is not known before its first read. */
    public String getPath() {
        return (String) field.get("path");
    }

    /**
     * {@code settled}: read as fast as a plain field; {@code slow}: read by way of the version in force, as it has changed
     * just now, or changes often; {@code by instance}: some instances follow a path of their own, and reads look up which;
     * {@code unread}: not read so far; {@code constant}: cannot follow.
     */
    public String getState() {
        return (String) field.get("state");
    }

    /** Whether the source's value is in force, and not the field's own. */
    public boolean isOverridden() {
        return (boolean) field.get("overridden");
    }

    /** In how many places it is read, in the classes that are loaded and follow. */
    public int getSites() {
        return (int) field.get("sites");
    }

    /** In how many classes these places are. */
    public int getClasses() {
        return (int) field.get("classes");
    }
}
