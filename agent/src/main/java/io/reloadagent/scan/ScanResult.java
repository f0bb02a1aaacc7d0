package io.reloadagent.scan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a scan has found. Does not change. */
public final class ScanResult {

    private final String archive;
    private final int classes;
    private final int ownClasses;
    private final List<ClassFacts> candidates;
    private final List<Library> libraries;
    private final Notes notes;

    ScanResult(
            String archive,
            int classes,
            int ownClasses,
            List<ClassFacts> candidates,
            Collection<Library> libraries,
            Notes notes) {
        this.archive = archive;
        this.classes = classes;
        this.ownClasses = ownClasses;
        this.candidates = Collections.unmodifiableList(candidates);
        List<Library> sorted = new ArrayList<>(libraries);
        sorted.sort(Comparator.comparingInt(Library::candidates).reversed().thenComparing(Library::name));
        this.libraries = Collections.unmodifiableList(sorted);
        this.notes = notes;
    }

    /** The archive's name, for people. */
    public String archive() {
        return archive;
    }

    /** How many classes there are. */
    public int classes() {
        return classes;
    }

    /** How many of them are the application's own, or were asked for. */
    public int ownClasses() {
        return ownClasses;
    }

    /** Those of them that may hold a configuration, the most promising first. */
    public List<ClassFacts> candidates() {
        return candidates;
    }

    /** What else there is, the one with most candidates first. */
    public List<Library> libraries() {
        return libraries;
    }

    /** What was left aside. */
    public Notes notes() {
        return notes;
    }

    /** The frameworks whose annotations the candidates carry, as {@code adopt} names them. */
    public Set<String> frameworks() {
        Set<String> frameworks = new TreeSet<>();
        for (ClassFacts facts : candidates) {
            add(facts.mark(), frameworks);
            facts.fields().forEach(field -> add(field.mark(), frameworks));
        }
        return frameworks;
    }

    private static void add(Mark mark, Set<String> frameworks) {
        if (mark != null && mark.adopted() != null) {
            frameworks.add(mark.adopted().framework());
        }
    }
}
