package io.reloadagent.scan;

/** Why a class may hold a configuration; what tells most stands first. */
public enum Reason {

    /** An annotation says which keys its fields follow. */
    ANNOTATED("annotated"),

    /** It has a name such as {@code PoolConfig}. */
    NAMED("named like a configuration"),

    /** It is nearly all fields that can be got and set. */
    SHAPED("plain fields with accessors"),

    /** Some of its fields are what people turn, and can be set. */
    TUNABLE("has settings among its fields");

    private final String text;

    Reason(String text) {
        this.text = text;
    }

    /** For people. */
    @Override
    public String toString() {
        return text;
    }
}
