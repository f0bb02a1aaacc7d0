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
        ENV("an environment variable that it names"),
        /** The content of a file. */
        FILE("a file that it names"),
        /** A system property. */
        SYS("a system property that it names"),
        /** The value at another path. */
        PATH("a reference in it");

        private final String unnamed;

        Kind(String unnamed) {
            this.unnamed = unnamed;
        }

        /** What to call it where its name may be a part of a secret. */
        String unnamed() {
            return unnamed;
        }

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
