package io.reloadagent.store;

import java.util.Comparator;
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

    /** Numbers have 15 digits at most: no JVM gets that far, every program counts so far exactly, and one can go on from there. */
    private static final Pattern FORM = Pattern.compile("0{5}([0-9]{15})-(start|version|failure)-([0-9]{1,15})\\.json");

    /** By sequence, if no two JVMs wrote at once. */
    private static final Comparator<EntryName> ORDER = Comparator.comparingLong(EntryName::sequence)
            .thenComparingLong(EntryName::version)
            .thenComparing(EntryName::kind);

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
        if (!parts.matches()) {
            return null;
        }
        EntryName name = new EntryName(
                Long.parseLong(parts.group(1)),
                Kind.valueOf(parts.group(2).toUpperCase(Locale.ROOT)),
                Long.parseLong(parts.group(3)));
        return name.toString().equals(file) ? name : null;
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
        return ORDER.compare(this, other);
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
