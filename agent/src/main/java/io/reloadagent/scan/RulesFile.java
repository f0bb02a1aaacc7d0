package io.reloadagent.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a configuration of the agent to start from: rules for what a scan has found, with the reasons beside them. */
public final class RulesFile {

    private static final int MOST_CLASSES = 30;
    private static final int MOST_READERS = 3;
    private static final String PLAIN = "[A-Za-z_][A-Za-z0-9_.$]*";
    private static final String WORDS_OF_YAML = "(?i)y|n|yes|no|on|off|true|false|null";

    private final ScanResult result;
    private final RulePrefixes prefixes = new RulePrefixes();
    private final List<String> lines = new ArrayList<>();
    private final List<String> apply = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();

    private RulesFile(ScanResult result) {
        this.result = result;
    }

    /**
     * The lines of the file, YAML.
     *
     * @param target what was scanned, as it was given, for the commands in the comments
     */
    public static List<String> of(ScanResult result, String target) {
        RulesFile file = new RulesFile(result);
        file.write(printable(target));
        return file.lines;
    }

    private void write(String target) {
        line("# Rules to start from, by a scan of " + printable(result.archive())
                + ". Keep what you want to change while it runs.");
        line("#   check them:  java -jar reload-agent.jar check THIS-FILE --app " + target);
        line("#   use them:    java -javaagent:reload-agent.jar=config=THIS-FILE -jar ...");
        line(
                "# Nothing changes by itself: a field keeps the application's value until its key is added, or changes, in the source.");
        line("");
        line("sources:");
        line(
                "  - {file: app.yaml, optional: true}   # beside this file; the file that the application reads itself is a good one");
        writeAdopted();
        writeRules();
        writeApply();
        writeKeys();
    }

    private void writeAdopted() {
        if (!result.frameworks().isEmpty()) {
            line("");
            line("# The application's own annotations say which keys these follow:");
            adopted().forEach(facts -> line("#   " + name(facts) + "  " + marks(facts)));
            line("adopt: [" + String.join(", ", result.frameworks()) + "]");
        }
    }

    private List<ClassFacts> adopted() {
        return result.candidates().stream()
                .filter(facts -> facts.reason() == Reason.ANNOTATED)
                .limit(MOST_CLASSES)
                .collect(Collectors.toList());
    }

    private static String marks(ClassFacts facts) {
        if (facts.mark() != null) {
            return printable(facts.mark().toString());
        }
        return facts.fields().stream()
                .filter(field -> field.mark() != null)
                .limit(MOST_READERS)
                .map(field -> printable(field.mark() + " " + field.name()))
                .collect(Collectors.joining(", "));
    }

    private void writeRules() {
        List<ClassFacts> ruled = result.candidates().stream()
                .filter(facts -> facts.reason() != Reason.ANNOTATED && !isWithinAnnotated(facts))
                .filter(facts -> facts.name().matches(PLAIN))
                .filter(facts -> facts.fields().stream().anyMatch(field -> isRuled(facts, field)))
                .collect(Collectors.toList());
        line("");
        if (ruled.isEmpty()) {
            line("# No class was found that takes a rule. One looks like this:");
            line("# dynamic:");
            line("#   - {class: com.acme.DatabaseConfig, prefix: database, fields: [maxConns, timeout]}");
            return;
        }
        line("dynamic:");
        ruled.stream().limit(MOST_CLASSES).forEach(this::writeRule);
        if (ruled.size() > MOST_CLASSES) {
            line("  # and " + (ruled.size() - MOST_CLASSES)
                    + " classes more: narrow the scan with --package, or see all with --all");
        }
    }

    /** Of a class that is not there for its settings, only what looks like one. */
    private static boolean isRuled(ClassFacts facts, FieldFacts field) {
        return field.verdict() == Verdict.FOLLOWS
                && field.name().matches(PLAIN)
                && !isDefault(facts, field)
                && (facts.reason() != Reason.TUNABLE || field.isTuned());
    }

    /** Whether it is what the objects of the class begin with, not what they have. */
    private static boolean isDefault(ClassFacts facts, FieldFacts field) {
        return field.isStatic()
                && field.isFinal()
                && facts.fields().stream().anyMatch(other -> !other.isStatic() && other.verdict() == Verdict.FOLLOWS);
    }

    private boolean isWithinAnnotated(ClassFacts facts) {
        return result.candidates().stream()
                .anyMatch(other -> other.mark() != null && facts.name().startsWith(other.name() + "$"));
    }

    private void writeRule(ClassFacts facts) {
        String prefix = prefixes.of(facts);
        line("  - class: " + facts.name() + "   # " + facts.reason());
        line("    prefix: " + prefix);
        line("    fields:");
        for (FieldFacts field : facts.rankedFields()) {
            if (isRuled(facts, field)) {
                line("      - " + scalar(field.name()) + "   # " + field.type() + ", read by " + readers(field));
                keys.add(prefix + "." + field.name() + "   " + field.type());
            }
            addApply(facts, field, prefix);
        }
        for (FieldFacts field : facts.rankedFields()) {
            String remark = isDefault(facts, field) && field.verdict() == Verdict.FOLLOWS
                    ? "static and final, a default of the others perhaps; add it if you mean it"
                    : remark(field);
            if (remark != null && (facts.reason() != Reason.TUNABLE || field.isTuned())) {
                line("      # not " + printable(field.name()) + ": " + remark);
            }
        }
    }

    private void addApply(ClassFacts facts, FieldFacts field, String prefix) {
        if (field.handler() != null && field.isScalar() && field.handler().matches(PLAIN)) {
            apply.add("{path: " + prefix + "." + field.name() + ", class: " + facts.name() + ", method: "
                    + field.handler() + "}");
        }
    }

    private void writeApply() {
        if (!apply.isEmpty()) {
            line("");
            line(
                    "# These setters do more than keep the value: they hand it on, to a pool that is to grow, say. Called on all objects that live.");
            line("# apply:");
            apply.stream().limit(MOST_CLASSES).forEach(entry -> line("#   - " + entry));
        }
    }

    private void writeKeys() {
        if (!keys.isEmpty()) {
            line("");
            line("# The keys that app.yaml may have for these (any spelling of the words will do):");
            keys.forEach(key -> line("#   " + key));
        }
    }

    /** Why a field is not in a rule; null if it is, or nobody expects it. */
    private static String remark(FieldFacts field) {
        switch (field.verdict()) {
            case FOLLOWS:
            case OBJECT:
                return null;
            case STRUCTURE:
                return "a " + field.type() + "; add it if the source has one as a whole";
            default:
                return Remarks.of(field);
        }
    }

    private static String readers(FieldFacts field) {
        List<String> names = field.readers().byClass().keySet().stream()
                .limit(MOST_READERS)
                .map(name -> printable(name.substring(name.lastIndexOf('.') + 1)))
                .collect(Collectors.toList());
        int more = field.readers().classes() - names.size();
        return String.join(", ", names) + (more > 0 ? " and " + more + " more" : "");
    }

    private static String name(ClassFacts facts) {
        return printable(facts.name());
    }

    private static String scalar(String name) {
        return name.matches(WORDS_OF_YAML) ? '"' + name + '"' : name;
    }

    private static String printable(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}\u2028\u2029\u0085]", "?");
    }

    private void line(String text) {
        lines.add(text);
    }
}
