package io.reloadagent.scan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassReader;

/** Looks for what could be reloaded in an archive. It is read twice, for nothing is kept but what is asked for. By one thread. */
public final class Scan {

    private final Archive archive;
    private final Scope scope;
    private final Types types = new Types();
    private final List<ClassFacts> candidates = new ArrayList<>();
    private final Map<String, Library> libraries = new LinkedHashMap<>();
    private int own;

    private Scan(Archive archive, Scope scope) {
        this.archive = archive;
        this.scope = scope;
    }

    /**
     * Scans an archive.
     *
     * @param packages whose classes are asked for, {@code com.acme}; empty for the application's own, or all if nothing tells those apart
     * @throws IOException if it cannot be read at all; single files that cannot are noted
     */
    public static ScanResult of(Archive archive, List<String> packages) throws IOException {
        Scope scope = Scope.of(packages);
        Scan scan = new Scan(archive, scope);
        Notes notes = scan.findCandidates();
        if (scan.own == 0 && scope == Scope.OWN) {
            scan = new Scan(archive, Scope.ALL);
            notes = scan.findCandidates();
        }
        return scan.withReaders(notes);
    }

    private Notes findCandidates() throws IOException {
        Notes notes = new Notes();
        archive.read(this::look, notes);
        return notes;
    }

    private void look(Part part, ClassReader reader) {
        ClassHead head = ClassHead.of(reader);
        types.add(head);
        String className = head.className();
        Reason reason = Judge.of(head);
        if (!scope.contains(part, className)) {
            libraries.computeIfAbsent(part.libraryOf(className), Library::new).add(reason != null);
            return;
        }
        own++;
        if (reason != null) {
            ClassFacts facts = new ClassFacts(head, part, reason, types);
            Accessors.find(reader, facts);
            candidates.add(facts);
        }
    }

    private ScanResult withReaders(Notes notes) throws IOException {
        ReadIndex index = new ReadIndex(candidates, types);
        archive.read((part, reader) -> ReadScan.find(reader, index), new Notes());
        return new ScanResult(archive.toString(), types.size(), own, Ranking.of(candidates), libraries.values(), notes);
    }
}
