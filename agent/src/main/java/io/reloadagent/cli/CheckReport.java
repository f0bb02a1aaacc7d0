package io.reloadagent.cli;

import io.reloadagent.source.Problem;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a check has found, for people and for programs. For one thread. */
final class CheckReport {

    private final String file;
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private int rules;
    private int values;
    private String sources;
    private List<String> contents = Collections.emptyList();

    /** Null if the rules were compared with no classes. */
    private String application;

    CheckReport(String file) {
        this.file = file;
    }

    void problem(Problem problem) {
        problems.add(problem);
    }

    void warning(String warning) {
        warnings.add(warning);
    }

    /**
     * What there is, if nothing is wrong.
     *
     * @param whatTheyHold a line for each source
     */
    void counted(int numberOfRules, int numberOfValues, String namesOfSources, List<String> whatTheyHold) {
        rules = numberOfRules;
        values = numberOfValues;
        sources = namesOfSources;
        contents = whatTheyHold;
    }

    /** The application that the rules were compared with. */
    void checkedAgainst(String archive, int classes) {
        application = archive + ", " + classes + " classes";
    }

    boolean isGood() {
        return problems.isEmpty();
    }

    void print(PrintWriter out, PrintWriter err) {
        warnings.forEach(warning -> err.println("warning: " + warning));
        problems.forEach(err::println);
        if (isGood()) {
            out.println(file + ": " + count(rules, "rule") + ", " + count(values, "value") + " in " + sources);
            contents.forEach(line -> out.println("  " + line));
            out.println(
                    application == null
                            ? "(not checked: classes, and the types of values; name the application, --app app.jar)"
                            : "checked against " + application);
        }
    }

    /** For JSON: whether it is good, the problems with their places, the warnings, and the counts. */
    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("file", file);
        map.put("good", isGood());
        map.put("problems", problems.stream().map(Problem::toMap).collect(Collectors.toList()));
        map.put("warnings", warnings);
        map.put("rules", rules);
        map.put("values", values);
        map.put("sources", sources);
        map.put("contents", contents);
        map.put("application", application);
        return map;
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
