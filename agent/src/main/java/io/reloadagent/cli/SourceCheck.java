package io.reloadagent.cli;

import io.reloadagent.apply.ApplyRule;
import io.reloadagent.bind.Rule;
import io.reloadagent.bind.SecretPaths;
import io.reloadagent.levels.LogLevels;
import io.reloadagent.settings.SettingCatalog;
import io.reloadagent.settings.Settings;
import io.reloadagent.source.Branch;
import io.reloadagent.source.Content;
import io.reloadagent.source.Document;
import io.reloadagent.source.Leaf;
import io.reloadagent.source.Leaves;
import io.reloadagent.source.Node;
import io.reloadagent.source.Origin;
import io.reloadagent.source.Path;
import io.reloadagent.source.Problem;
import io.reloadagent.source.Source;
import io.reloadagent.source.SourceException;
import io.reloadagent.source.Sources;
import io.reloadagent.source.Unresolved;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Looks at the sources as the agent will, and at what it will not complain about although it is odd. Immutable. */
final class SourceCheck {

    private final Settings settings;

    SourceCheck(Settings settings) {
        this.settings = settings;
    }

    /**
     * Reads all sources.
     *
     * @throws SourceException if the agent could not; each file that cannot be read is named with the place that names it
     */
    Document read() throws SourceException {
        List<Problem> problems = new ArrayList<>();
        SourceException.Kind kind = null;
        for (Source source : settings.sources()) {
            try {
                sources(Collections.singletonList(source)).read();
            } catch (SourceException e) {
                problems.addAll(at(settings.originOf(source), e.problems()));
                kind = kind == null ? e.kind() : kind;
            }
        }
        if (kind != null) {
            throw new SourceException(kind, problems);
        }
        return sources(settings.sources()).read().parse();
    }

    private static Sources sources(List<Source> sources) {
        return new Sources(sources, Duration.ZERO);
    }

    private static List<Problem> at(Origin origin, List<Problem> problems) {
        return problems.stream()
                .map(problem -> new Problem(origin, problem.path(), problem.message()))
                .collect(Collectors.toList());
    }

    /**
     * What each source holds, one line each: its name, and how many values.
     *
     * @throws SourceException if the agent could not read it
     */
    List<String> contents() throws SourceException {
        List<String> lines = new ArrayList<>();
        for (Source source : settings.sources()) {
            List<Content> contents = source.read();
            if (contents.isEmpty()) {
                lines.add(source + ": nothing");
            }
            for (Content content : contents) {
                lines.add(content.name() + ": " + count(content.parse().root()));
            }
        }
        return lines;
    }

    private static String count(Branch root) {
        long variables =
                root.entries().keySet().stream().filter(root::isVariable).count();
        int values = Leaves.of(root).size();
        return variables > 0 ? plural(variables + values, "variable") : plural(values, "value");
    }

    static String plural(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    /**
     * What the agent can live with, one sentence each.
     *
     * @throws SourceException if a rule's fields could never be reloaded from this document
     */
    List<String> warnings(Document document) throws SourceException {
        List<String> warnings = new ArrayList<>();
        for (Rule rule : settings.rules()) {
            if (!rule.findsAnythingIn(document)) {
                warnings.add(rule + " finds nothing to follow in the sources at "
                        + rule.paths().stream().map(Path::toString).collect(Collectors.joining(", ")));
            }
        }
        for (ApplyRule rule : settings.applyRules()) {
            if (!rule.findsAnythingIn(document)) {
                warnings.add("apply rule for " + rule + " finds nothing to follow in the sources at " + rule.path());
            }
        }
        SecretPaths secret = settings.secret();
        if (settings.get(SettingCatalog.LOGGERS_ENABLED)) {
            LogLevels.refuseUnknown(document, secret);
        }
        refuseUnresolved(document, secret);
        for (String leaf : Leaves.of(document.root()).keySet()) {
            try {
                Path path = Path.of("").child(leaf);
                Unresolved.refuse(path.find(document.root()), path, secret);
            } catch (SourceException e) {
                warnings.add(e.getMessage());
            }
        }
        return warnings;
    }

    /** A value that a rule's field follows has to be there; with others, references may be meant for somebody else. */
    private void refuseUnresolved(Document document, SecretPaths secret) throws SourceException {
        List<Problem> problems = new ArrayList<>();
        for (Rule rule : settings.rules()) {
            for (Path path : rule.paths()) {
                Node node = path.find(document.root());
                if (node instanceof Leaf) {
                    addUnresolved(node, path, secret, problems);
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new SourceException(SourceException.Kind.INVALID, problems);
        }
    }

    private static void addUnresolved(Node node, Path path, SecretPaths secret, List<Problem> problems) {
        try {
            Unresolved.refuse(node, path, secret);
        } catch (SourceException e) {
            problems.addAll(e.problems());
        }
    }
}
