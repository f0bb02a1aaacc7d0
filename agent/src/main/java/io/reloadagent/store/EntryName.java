package io.reloadagent.store;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of an entry's file: {@code 00000000000000000042-version-7.json} is the 42nd entry, and tells of version 7. The order of
 * names is that in which things happened. Immutable.
 */
public final class EntryName implements Comparable<EntryName> {

    /** What an entry tells of. */
    public enum Kind {
        /** The first version of a JVM. */
        START,
        /** A version that a reload made. */
        VERSION,
        /** A reload that failed. */
        FAILURE
    }

    private static final Pattern FORM = Pattern.compile("([0-9]{20})-(start|version|failure)-([0-9]{1,18})\\.json");

    private final long sequence;
    private final Kind kind;
    private final long version;

    EntryName(long sequence, Kind kind, long version) {
        this.sequence = sequence;
        this.kind = kind;
        this.version = version;
    }

    /** Null if it is not the name of an entry. */
    static EntryName parse(String file) {
        Matcher parts = FORM.matcher(file);
        if (!parts.matches() || parts.group(1).compareTo("0" + Long.MAX_VALUE) > 0) {
            return null;
        }
        return new EntryName(
                Long.parseLong(parts.group(1)),
                Kind.valueOf(parts.group(2).toUpperCase(Locale.ROOT)),
                Long.parseLong(parts.group(3)));
    }

    long sequence() {
        return sequence;
    }

    /** What the entry tells of. */
    public Kind kind() {
        return kind;
    }

    /** Whether it tells of a version, and has what that was made from. */
    public boolean isVersion() {
        return kind != Kind.FAILURE;
    }

    /** The version in force afterwards. */
    public long version() {
        return version;
    }

    @Override
    public int compareTo(EntryName other) {
        return Long.compare(sequence, other.sequence);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EntryName && toString().equals(other.toString());
    }

    @Override
    public int hashCode() {
        return Long.hashCode(sequence);
    }

    /** The name of the file. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%020d-%s-%d.json", sequence, kind.name().toLowerCase(Locale.ROOT), version);
    }
}
