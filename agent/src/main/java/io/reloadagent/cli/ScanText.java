package io.reloadagent.cli;

import io.reloadagent.scan.ClassFacts;
import io.reloadagent.scan.FieldFacts;
import io.reloadagent.scan.Library;
import io.reloadagent.scan.Remarks;
import io.reloadagent.scan.ScanResult;
import io.reloadagent.scan.Verdict;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a scan has found, for people: the most promising classes, then the fields of the first of them, then what else there is. */
final class ScanText {

    private static final int MOST_CLASSES = 20;
    private static final int MOST_DETAILED = 3;
    private static final int MOST_LIBRARIES = 10;
    private static final int MOST_READERS = 3;
    private static final int MOST_SKIPPED = 5;

    private static final Set<Verdict> LISTED_BELOW =
            EnumSet.of(Verdict.CONSTANT, Verdict.STATE, Verdict.UNREAD, Verdict.OBJECT);

    private final ScanResult result;
    private final int mostClasses;
    private final int mostDetailed;

    ScanText(ScanResult result, boolean all) {
        this.result = result;
        this.mostClasses = all ? Integer.MAX_VALUE : MOST_CLASSES;
        this.mostDetailed = all ? Integer.MAX_VALUE : MOST_DETAILED;
    }

    void show(Screen screen) {
        List<ClassFacts> candidates = result.candidates();
        screen.line(result.archive() + ": " + Texts.count(candidates.size(), "candidate") + " in " + result.ownClasses()
                + " of " + result.classes() + " classes");
        showClasses(screen, candidates);
        candidates.stream().limit(mostDetailed).forEach(facts -> showFields(screen, facts));
        showLibraries(screen);
        showNotes(screen);
    }

    private void showClasses(Screen screen, List<ClassFacts> candidates) {
        if (candidates.isEmpty()) {
            return;
        }
        screen.line("");
        Table table = new Table("CLASS", "FOLLOW", "NOT", "READ BY", "WHY");
        for (ClassFacts facts : candidates.subList(0, Math.min(candidates.size(), mostClasses))) {
            long follow = facts.count(Verdict.FOLLOWS) + facts.count(Verdict.STRUCTURE);
            table.row(
                    facts.name(),
                    String.valueOf(follow),
                    String.valueOf(facts.fields().size() - follow - facts.count(Verdict.OBJECT)),
                    readers(facts),
                    why(facts));
        }
        table.lines().forEach(screen::line);
        if (candidates.size() > mostClasses) {
            screen.line("and " + (candidates.size() - mostClasses) + " more, see --all");
        }
    }

    private static String why(ClassFacts facts) {
        if (facts.mark() != null) {
            return facts.mark().toString();
        }
        return facts.fields().stream()
                .filter(field -> field.mark() != null)
                .findFirst()
                .map(field -> field.mark() + " " + field.name())
                .orElse(facts.reason().toString());
    }

    private static String readers(ClassFacts facts) {
        List<String> classes = new ArrayList<>();
        for (FieldFacts field : facts.fields()) {
            for (String name : field.readers().byClass().keySet()) {
                if (!classes.contains(name) && classes.size() < 100) {
                    classes.add(name);
                }
            }
        }
        classes.remove(facts.name());
        return classes.isEmpty()
                ? "itself"
                : simple(classes.get(0)) + (classes.size() > 1 ? " +" + (classes.size() - 1) : "");
    }

    private static void showFields(Screen screen, ClassFacts facts) {
        screen.line("");
        screen.line(facts.name() + "  (" + facts.part() + ")");
        Table table = new Table("  FIELD", "TYPE", "READ BY", "");
        for (FieldFacts field : facts.rankedFields()) {
            if (field.mark() != null || !LISTED_BELOW.contains(field.verdict())) {
                table.row("  " + field.name(), field.type(), readers(field), remark(field));
            }
        }
        table.lines().forEach(screen::line);
        showNames(
                screen,
                facts,
                Verdict.CONSTANT,
                "cannot follow, compile-time constants that the compiler copied into their readers");
        showNames(screen, facts, Verdict.STATE, "changed by the class itself, so states and not settings");
        showNames(screen, facts, Verdict.UNREAD, "read by nobody here");
        showNames(
                screen,
                facts,
                Verdict.OBJECT,
                facts.mark() == null
                        ? "objects, which no source has"
                        : "objects, whose own fields follow if the annotation is adopted and they are nested settings");
    }

    private static void showNames(Screen screen, ClassFacts facts, Verdict verdict, String what) {
        List<String> names = facts.fields().stream()
                .filter(field -> field.mark() == null && field.verdict() == verdict)
                .map(FieldFacts::name)
                .collect(Collectors.toList());
        if (!names.isEmpty()) {
            screen.line("  " + what + ": " + String.join(", ", names));
        }
    }

    private static String remark(FieldFacts field) {
        String mark = field.mark() == null ? "" : field.mark() + " ";
        String pool = field.isPoolSize() ? "a pool's size? " : "";
        String handler = field.handler() == null ? "" : field.handler() + " hands it on ";
        boolean follows = field.verdict() == Verdict.FOLLOWS || field.verdict() == Verdict.STRUCTURE;
        return mark + pool + handler + (follows ? "" : Remarks.of(field));
    }

    private static String readers(FieldFacts field) {
        Map<String, Integer> sites = field.readers().byClass();
        String named = sites.entrySet().stream()
                .limit(MOST_READERS)
                .map(entry -> simple(entry.getKey()) + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        int more = field.readers().classes() - MOST_READERS;
        return named + (more > 0 ? " +" + more : "");
    }

    private static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    private void showLibraries(Screen screen) {
        List<Library> libraries = result.libraries().stream()
                .filter(library -> library.candidates() > 0)
                .collect(Collectors.toList());
        if (libraries.isEmpty()) {
            return;
        }
        screen.line("");
        screen.line("Not looked into (--package does): "
                + Texts.count(result.libraries().size(), "library").replace("librarys", "libraries"));
        Table table = new Table();
        libraries.stream()
                .limit(MOST_LIBRARIES)
                .forEach(library -> table.row(
                        "  " + library.name(),
                        Texts.count(library.classes(), "class").replace("classs", "classes"),
                        Texts.count(library.candidates(), "candidate")));
        table.lines().forEach(screen::line);
        if (libraries.size() > MOST_LIBRARIES) {
            screen.line("  and " + (libraries.size() - MOST_LIBRARIES) + " more with candidates");
        }
    }

    private void showNotes(Screen screen) {
        if (result.notes().incomplete() != null) {
            screen.advice("Not everything was read: " + result.notes().incomplete());
        }
        if (result.notes().skippedCount() > 0) {
            screen.advice("Skipped: " + result.notes().skippedCount());
            result.notes().skipped().stream().limit(MOST_SKIPPED).forEach(line -> screen.advice("  " + line));
        }
        if (result.notes().versioned() > 0) {
            screen.advice("For newer Java versions only, and not read (META-INF/versions): "
                    + classFiles(result.notes().versioned()) + ".");
        }
        if (result.notes().duplicates() > 0) {
            screen.advice("Of the same name as one before, and left aside as a class loader does: "
                    + classFiles(result.notes().duplicates()) + ".");
        }
    }

    private static String classFiles(int number) {
        return Texts.count(number, "class file");
    }
}
