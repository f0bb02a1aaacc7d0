package io.reloadagent.reload;

import io.reloadagent.source.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** How much a reload is to take over, from where, and whether in earnest. Requests of equal scope are answered together. Immutable. */
public final class Scope {

    /** All of the sources. */
    public static final Scope EVERYTHING = new Scope(Collections.emptyList(), 0, false);

    private final List<Path> sections;
    private final long version;
    private final boolean dryRun;

    private Scope(List<Path> sections, long version, boolean dryRun) {
        this.sections = sections;
        this.version = version;
        this.dryRun = dryRun;
    }

    /**
     * What is at or beneath some paths of the sources; the rest stays as it is in force.
     *
     * @param sections none for everything; copied
     */
    public static Scope of(Collection<Path> sections) {
        List<Path> sorted = sections.stream().distinct().sorted().collect(Collectors.toList());
        return new Scope(Collections.unmodifiableList(new ArrayList<>(sorted)), 0, false);
    }

    /** What was in force with an earlier version, in place of the sources. */
    public static Scope backTo(long version) {
        return new Scope(Collections.emptyList(), version, false);
    }

    /** The same, to be checked only: nothing changes. */
    public Scope asDryRun() {
        return new Scope(sections, version, true);
    }

    /** The paths that are taken over with all beneath them; empty for everything. */
    public List<Path> sections() {
        return sections;
    }

    /** The version to go back to; 0 if the sources are read. */
    public long version() {
        return version;
    }

    /** Whether it is only to be checked. */
    public boolean isDryRun() {
        return dryRun;
    }

    /** Whether an earlier version is to be gone back to. */
    public boolean isRollBack() {
        return version != 0;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Scope)) {
            return false;
        }
        Scope that = (Scope) other;
        return sections.equals(that.sections) && version == that.version && dryRun == that.dryRun;
    }

    @Override
    public int hashCode() {
        return Objects.hash(sections, version, dryRun);
    }

    /** For a line of the log: {@code of sections [database], dry run}; empty for everything. */
    @Override
    public String toString() {
        return (sections.isEmpty() ? "" : ", sections " + sections)
                + (isRollBack() ? ", back to version " + version : "")
                + (dryRun ? ", dry run" : "");
    }
}
