package io.reloadagent.source;

import java.util.Locale;

/** One {@code ${...}} in a value. Immutable. */
final class Reference {

    private final Kind kind;
    private final Template name;
    private final Template byDefault;

    /** What a reference leads to. */
    enum Kind {
        /** A variable of the environment. */
        ENV,
        /** The content of a file. */
        FILE,
        /** A system property. */
        SYS,
        /** The value at another path. */
        PATH;

        /** What stands before the name. */
        String prefix() {
            return this == PATH ? "" : name().toLowerCase(Locale.ROOT) + ":";
        }
    }

    /** @param byDefault what counts if it leads nowhere; null for a problem then */
    Reference(Kind kind, Template name, Template byDefault) {
        this.kind = kind;
        this.name = name;
        this.byDefault = byDefault;
    }

    Kind kind() {
        return kind;
    }

    Template name() {
        return name;
    }

    Template byDefault() {
        return byDefault;
    }

    /** As it may be shown: without its default, and without a name that other values make up, for either may be secret. */
    @Override
    public String toString() {
        String plain = name.plain();
        return Template.START + kind.prefix() + (plain == null ? "..." : Quoted.oneLine(plain, 100)) + "}";
    }
}
