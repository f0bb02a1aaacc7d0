package io.reloadagent.it;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Fields of every type")
class FieldTypesIT {

    /** By field: the application's own value, what the source holds, and what is then read. */
    private static final Map<String, String[]> FIELDS = new LinkedHashMap<>();

    static {
        field("aBoolean", "false", "true", "true");
        field("aByte", "1", "-128", "-128");
        field("aShort", "2", "-32768", "-32768");
        field("aChar", "c", "\"\\u20ac\"", "€");
        field("anInt", "3", "2_147_483_647", "2147483647");
        field("aLong", "4", "9223372036854775807", "9223372036854775807");
        field("aFloat", "5.5", "-0.25", "-0.25");
        field("aDouble", "6.5", "1.0e-300", "1.0E-300");
        field("boxedBoolean", "false", "true", "true");
        field("boxedByte", "1", "2", "2");
        field("boxedShort", "2", "3", "3");
        field("boxedChar", "c", "d", "d");
        field("boxedInt", "3", "4", "4");
        field("boxedLong", "4", "5", "5");
        field("boxedFloat", "5.5", "6.5", "6.5");
        field("boxedDouble", "null", "7.5", "7.5");
        field("string", "own", "\"007\"", "007");
        field("decimal", "1", "12345678901234567890.12", "12345678901234567890.12");
        field("level", "LOW", "very-high", "VERY_HIGH");
        field("duration", "PT1S", "1m30s", "PT1M30S");
        field("list", "[1, 2]", "[3, 4, 5]", "[3, 4, 5]");
        field("set", "[LOW]", "[middle, VERY_HIGH, middle]", "[MIDDLE, VERY_HIGH]");
        field("map", "{own=1}", "{Some-Key: 2, b: 3}", "{Some-Key=2, b=3}");
        field("endpoints", "{}", "{a: {host: h}}", "{a=h:1[]}");
        field("endpoint", "own:1[]", "{host: h, port: 2, tags: [x, y]}", "h:2[x, y]");
        field("ints", "[1, 2]", "[]", "[]");
        field("names", "[[own]]", "[[a, b], [c]]", "[[a, b], [c]]");
        field("finalInt", "7", "70", "70");
        field("staticInt", "8", "80", "80");
        field("STATIC_FINAL", "9", "90", "90");
        field("aVolatile", "10", "100", "100");
    }

    private static void field(String name, String own, String written, String read) {
        FIELDS.put(name, new String[] {own, written, read});
    }

    @OnEveryJdk
    @DisplayName("follow the source, and go back to their own values when their keys are deleted")
    void everyType(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory).source("something: else");
        try (Application application = Launch.annotated("com.acme.types.TypesMain")
                .withSource()
                .option("-Dfile.encoding=UTF-8")
                .option("-Dstdout.encoding=UTF-8")
                .start(jdk, workspace)) {
            awaitSeen(application, values -> "[" + values[0] + "]");

            StringBuilder source = new StringBuilder("all:");
            FIELDS.forEach((name, values) ->
                    source.append("\n  ").append(name).append(": ").append(values[1]));
            workspace.source(source.toString());
            awaitSeen(application, values -> "[" + values[0] + ", " + values[2] + "]");

            workspace.source("something: else");
            awaitSeen(application, values -> "[" + values[0] + ", " + values[2] + ", " + values[0] + "]");
        }
    }

    private static void awaitSeen(Application application, Function<String[], String> seen) {
        List<String> expected = FIELDS.entrySet().stream()
                .map(field -> field.getKey() + "=" + seen.apply(field.getValue()))
                .toList();
        application.awaitAnswer("seenAll", all -> all.containsExactlyElementsOf(expected));
    }
}
