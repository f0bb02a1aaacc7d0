package io.reloadagent.reload;

import io.reloadagent.bind.Nearest;
import io.reloadagent.source.Document;
import io.reloadagent.source.Leaf;
import io.reloadagent.source.Path;
import io.reloadagent.source.SourceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Finds out which sections of the sources a reload takes over. Immutable. */
final class Sections {

    private final EnabledModules modules;
    private final List<Path> enabled;

    Sections(EnabledModules modules) {
        this.modules = modules;
        this.enabled = modules.sections();
    }

    /**
     * The document that a reload is to put in force.
     *
     * @param asked the sections that were asked for; none for everything
     * @param awaited the paths that dynamic fields follow and nothing is at
     * @throws ScopeException if there is no such section, or it is not enabled
     */
    Document choose(Document fresh, Document inForce, List<Path> asked, Supplier<Set<String>> awaited)
            throws ScopeException {
        List<Path> unknown = asked.stream()
                .filter(section ->
                        !exists(section, fresh) && !exists(section, inForce) && !isAwaited(section, awaited.get()))
                .collect(Collectors.toList());
        if (!unknown.isEmpty()) {
            throw unknown(unknown, fresh, inForce);
        }
        List<Path> chosen = asked.isEmpty() ? enabled : enabled(asked);
        return chosen.isEmpty() ? fresh : inForce.with(fresh, chosen);
    }

    /**
     * The names of {@code reload.modules} that are none of the modules, and no section that there is or that a dynamic field waits for;
     * a sentence each, with the name that was meant, perhaps.
     */
    List<String> strangers(Document fresh, Document inForce, Supplier<Set<String>> awaited, Set<String> registered) {
        Set<String> known = known(fresh, inForce);
        known.addAll(registered);
        return modules.names().stream()
                .filter(name -> !registered.contains(name))
                .filter(name -> !Path.isValid(name)
                        || !(exists(Path.of(name), fresh)
                                || exists(Path.of(name), inForce)
                                || isAwaited(Path.of(name), awaited.get())))
                .map(name -> stranger(name, Nearest.of(name, known)))
                .collect(Collectors.toList());
    }

    private static String stranger(String name, String nearest) {
        return "'" + name + "' is neither a section of the sources nor a module that is registered"
                + (nearest == null ? "" : "; did you mean '" + nearest + "'?");
    }

    private static boolean exists(Path section, Document document) {
        try {
            return section.find(document.root()) != null;
        } catch (SourceException e) {
            return !isBeneathValue(section, document); // else it is ambiguous: the comparison says so
        }
    }

    private static boolean isBeneathValue(Path section, Document document) {
        Path above = Path.of("");
        for (String word : section.words()) {
            above = above.child(word);
            try {
                if (above.find(document.root()) instanceof Leaf) {
                    return true;
                }
            } catch (SourceException ambiguous) {
                return false;
            }
        }
        return false;
    }

    private static boolean isAwaited(Path section, Set<String> awaited) {
        return awaited.stream().anyMatch(path -> Path.of(path).startsWith(section));
    }

    private static ScopeException unknown(List<Path> sections, Document fresh, Document inForce) {
        Set<String> known = known(fresh, inForce);
        return new ScopeException("there is no section "
                + sections.stream()
                        .map(section -> withAdvice(section.toString(), known))
                        .collect(Collectors.joining(", and no "))
                + "; there are " + (known.isEmpty() ? "none" : String.join(", ", known)));
    }

    private static Set<String> known(Document fresh, Document inForce) {
        Set<String> known = new TreeSet<>(fresh.root().words().keySet());
        known.addAll(inForce.root().words().keySet());
        return known;
    }

    private static String withAdvice(String name, Set<String> known) {
        String nearest = Nearest.of(name, known);
        return "'" + name + "'" + (nearest == null ? "" : ", did you mean '" + nearest + "'?");
    }

    private List<Path> enabled(List<Path> asked) throws ScopeException {
        if (enabled.isEmpty()) {
            return asked;
        }
        List<Path> chosen = new ArrayList<>();
        for (Path section : asked) {
            List<Path> within = enabled.stream()
                    .filter(path -> path.startsWith(section) || section.startsWith(path))
                    .map(path -> path.startsWith(section) ? path : section)
                    .collect(Collectors.toList());
            if (within.isEmpty()) {
                throw new ScopeException("the section '" + section + "' is not enabled; reload.modules has " + modules);
            }
            chosen.addAll(within);
        }
        return chosen;
    }
}
