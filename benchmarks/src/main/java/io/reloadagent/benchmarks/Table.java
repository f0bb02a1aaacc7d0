package io.reloadagent.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes the table of docs/benchmarks.md out of what JMH measured, so that no number there is typed by hand. */
public final class Table {

    private static final String BEGIN = "<!-- made by benchmarks/run.sh -->\n";
    private static final String END = "<!-- end -->\n";

    private static final List<Row> ROWS = List.of(
            new Row("instance `int`: plain", "plainInstance", "plainInstance"),
            new Row("dynamic, overridden by the source", "overriddenInstance", "plainInstance"),
            new Row("dynamic, the source has no value", "ownInstance", "plainInstance"),
            new Row("rewritten, but not dynamic", "hidingInstance", "plainInstance"),
            new Row("dynamic, while a reload changes it", "reloadingInstance", "plainInstance"),
            new Row("static `int`: plain", "plainStatic", "plainStatic"),
            new Row("dynamic, overridden by the source", "overriddenStatic", "plainStatic"),
            new Row("dynamic, the source has no value", "ownStatic", "plainStatic"),
            new Row("rewritten, but not dynamic", "hidingStatic", "plainStatic"),
            new Row("dynamic, while a reload changes it", "reloadingStatic", "plainStatic"),
            new Row("instance `boolean` in a condition: plain", "plainInstanceFlag", "plainInstanceFlag"),
            new Row("dynamic, overridden by the source", "overriddenInstanceFlag", "plainInstanceFlag"),
            new Row("dynamic, the source has no value", "ownInstanceFlag", "plainInstanceFlag"),
            new Row("static `boolean` in a condition: plain", "plainStaticFlag", "plainStaticFlag"),
            new Row("dynamic, overridden by the source", "overriddenStaticFlag", "plainStaticFlag"),
            new Row("dynamic, the source has no value", "ownStaticFlag", "plainStaticFlag"),
            new Row("instance `String` and its length: plain", "plainInstanceText", "plainInstanceText"),
            new Row("dynamic, overridden by the source", "overriddenInstanceText", "plainInstanceText"),
            new Row("dynamic, the source has no value", "ownInstanceText", "plainInstanceText"),
            new Row("static `String` and its length: plain", "plainStaticText", "plainStaticText"),
            new Row("dynamic, overridden by the source", "overriddenStaticText", "plainStaticText"),
            new Row("dynamic, the source has no value", "ownStaticText", "plainStaticText"),
            new Row("loop over 1,024 items: plain", "plainLoop", "plainLoop"),
            new Row("a constant in the source code", "constantLoop", "plainLoop"),
            new Row("dynamic, overridden by the source", "overriddenLoop", "plainLoop"),
            new Row("dynamic, the source has no value", "ownLoop", "plainLoop"),
            new Row("`int` of 1,000 instances in turn: plain", "plainOfMany", "plainOfMany"),
            new Row("dynamic, bound to 100 paths", "boundOfMany", "plainOfMany"),
            new Row("a dynamic read", "unpinned", "unpinned"),
            new Row("a pinned scope around it", "pinnedScope", "unpinned"),
            new Row("a pinned method around it", "pinnedMethod", "unpinned"));

    private Table() {}

    /** Takes the directory of the results and the document, which it rewrites. */
    public static void main(String[] arguments) throws IOException {
        Path results = Path.of(arguments[0]);
        Path document = Path.of(arguments[1]);
        String text = Files.readString(document);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END, begin);
        Files.writeString(document, text.substring(0, begin) + table(results) + machine(results) + text.substring(end));
    }

    private static String table(Path results) throws IOException {
        Map<String, Measurements> byJdk = Measurements.read(results);
        Stream<String> head = Stream.of(
                line("What", byJdk.keySet().stream().flatMap(jdk -> Stream.of(jdk, "ratio"))),
                line("---", byJdk.keySet().stream().flatMap(jdk -> Stream.of("---:", "---:"))));
        Stream<String> body =
                ROWS.stream().map(row -> line(row.label, byJdk.values().stream().flatMap(row::cells)));
        return Stream.concat(head, body).collect(Collectors.joining());
    }

    private static String line(String first, Stream<String> others) {
        return Stream.concat(Stream.of(first), others).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String machine(Path results) throws IOException {
        return "\nMeasured on: " + String.join("; ", Files.readAllLines(results.resolve("machine.txt"))) + ".\n";
    }

    private record Row(String label, String benchmark, String baseline) {

        Stream<String> cells(Measurements measurements) {
            String time = String.format(Locale.ROOT, "%.2f ns", measurements.median(benchmark));
            return Stream.of(time, benchmark.equals(baseline) ? "1" : ratio(measurements));
        }

        private String ratio(Measurements measurements) {
            double[] byRound = IntStream.range(0, measurements.rounds(benchmark))
                    .mapToDouble(round -> measurements.median(benchmark, round) / measurements.median(baseline, round))
                    .sorted()
                    .toArray();
            int quarter = byRound.length / 4;
            return String.format(
                    Locale.ROOT,
                    "%.2f (%.2f–%.2f)",
                    (byRound[(byRound.length - 1) / 2] + byRound[byRound.length / 2]) / 2,
                    byRound[quarter],
                    byRound[byRound.length - 1 - quarter]);
        }
    }
}
