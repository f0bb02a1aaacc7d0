package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Values of many kinds")
class ValuesIT {

    private static final Launch VALUES = Launch.annotated("com.acme.values.ValuesMain");

    /** By field: the application's own value, what the source holds, and what is then read. */
    private static final Map<String, String[]> FIELDS = new LinkedHashMap<>();

    static {
        field("instant", "1970-01-01T00:00:00Z", "2026-01-31T10:30:00+01:00", "2026-01-31T09:30:00Z");
        field("time", "12:00", "09:30", "09:30");
        field("period", "P0D", "P1Y2M", "P1Y2M");
        field("zone", "Z", "Europe/Paris", "Europe/Paris");
        field("optional", "Optional.empty", "text", "Optional[text]");
        field("optionalInt", "OptionalInt.empty", "5", "OptionalInt[5]");
        field("atomic", "1", "7", "7");
        field("path", "own", "conf/app", "conf/app");
        field("charset", "US-ASCII", "utf-8", "UTF-8");
        field("type", "class java.lang.Object", "com.acme.values.Host", "class com.acme.values.Host");
        field("arrayList", "[1, 2]", "[3]", "[3]");
        field("concurrent", "{}", "{a: 1}", "{a=1}");
        field("host", "host own", "db", "host db");
        field("percent", "1 percent", "50%", "50 percent");
        field("percents", "[]", "[1%, 2%]", "[1 percent, 2 percent]");
        field("most", "1", "10MB", "10485760");
    }

    private static void field(String name, String own, String written, String read) {
        FIELDS.put(name, new String[] {own, written, read});
    }

    @OnEveryJdk
    @DisplayName("java.time, Optional, Atomic, sizes, classes, factories and registered converters follow the source")
    void everyKind(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory).source("something: else");
        try (Application application = VALUES.withSource().start(jdk, workspace)) {
            awaitSeen(application, values -> "[" + values[0] + "]");
            workspace.source(source());
            awaitSeen(application, values -> "[" + values[0] + ", " + values[2] + "]");
            workspace.source("something: else");
            awaitSeen(application, values -> "[" + values[0] + ", " + values[2] + ", " + values[0] + "]");
        }
    }

    @OnEveryJdk
    @DisplayName("A15 are refused all at once where none of them fits, each with file, line, column, path and reason")
    void everyProblem(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory).source("something: else");
        try (Application application = VALUES.withSource("reload.watch=false").start(jdk, workspace)) {
            awaitSeen(application, values -> "[" + values[0] + "]");
            StringBuilder source = new StringBuilder("values:");
            FIELDS.keySet().forEach(name -> source.append("\n  ").append(name).append(": {no: such}"));
            workspace.source(source.toString());
            List<String> result = application.ask("reload");
            assertThat(result).startsWith("REFUSED");
            int line = 2;
            for (String name : FIELDS.keySet()) {
                String place = "app.yaml:" + line++ + ":";
                if (!name.equals("concurrent")) {
                    String path = " values." + (name.equals("optionalInt") ? "optional_int" : name);
                    assertThat(result)
                            .anyMatch(problem ->
                                    problem.contains(place) && (problem.contains(path) || name.equals("arrayList")));
                }
            }
            workspace.source("values: {percent: 5, percents: [1%, x], most: 10XB}");
            assertThat(application.ask("reload"))
                    .hasSize(4)
                    .anyMatch(problem -> problem.contains(":1:19 values.percent: ") && problem.contains("ends with %"))
                    .anyMatch(problem -> problem.contains("values.percents[1]: "))
                    .anyMatch(problem -> problem.contains("values.most: expected a size such as 10MB"));
        }
    }

    private static String source() {
        StringBuilder source = new StringBuilder("values:");
        FIELDS.forEach((name, values) ->
                source.append("\n  ").append(name).append(": ").append(values[1]));
        return source.toString();
    }

    private static void awaitSeen(Application application, Function<String[], String> seen) {
        List<String> expected = FIELDS.entrySet().stream()
                .map(field -> field.getKey() + "=" + seen.apply(field.getValue()))
                .toList();
        application.awaitAnswer("seenAll", all -> all.containsExactlyElementsOf(expected));
    }
}
