package io.reloadagent.trigger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Follows symbolic links step by step. */
final class SymbolicLinks {

    /** More than any system follows; ends a circle of links. */
    private static final int MOST = 40;

    private SymbolicLinks() {}

    /** Collects the entries, by directory, whose change can make the path lead to another file or another content. */
    static void entriesOnTheWay(Path file, Map<Path, Set<Path>> entries) {
        follow(file.toAbsolutePath().normalize(), entries, MOST);
    }

    private static void follow(Path file, Map<Path, Set<Path>> entries, int left) {
        if (file.getParent() == null || left == 0 || !add(file, entries)) {
            return;
        }
        for (Path step = file; step != null && step.getParent() != null; step = step.getParent()) {
            Path target = Files.isSymbolicLink(step) ? target(step) : null;
            if (target != null) {
                add(step, entries);
                follow(target.resolve(step.relativize(file)).normalize(), entries, left - 1);
            }
        }
    }

    /** Returns false if it was there already. */
    private static boolean add(Path entry, Map<Path, Set<Path>> entries) {
        return entries.computeIfAbsent(entry.getParent(), directory -> new HashSet<>())
                .add(entry.getFileName());
    }

    private static Path target(Path link) {
        try {
            return link.resolveSibling(Files.readSymbolicLink(link));
        } catch (IOException e) {
            return null; // gone since; the directory that it was in is watched
        }
    }
}
