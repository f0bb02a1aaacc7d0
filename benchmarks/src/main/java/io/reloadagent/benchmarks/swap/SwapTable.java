package io.reloadagent.benchmarks.swap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes the table of swaps in docs/benchmarks.md out of what {@link SwapApplication} printed. */
public final class SwapTable {

    private static final String BEGIN = "<!-- made by benchmarks/swap.sh -->\n";
    private static final String END = "<!-- end of swaps -->\n";
    private static final List<String> CASES = List.of("1 10", "1 1000", "1 10000", "1000 10");

    private SwapTable() {}

    /** Takes the directory of the results, a file {@code JAVA FORM CHANGED SITES} each, and the document, which it rewrites. */
    public static void main(String[] arguments) throws IOException {
        Path results = Path.of(arguments[0]);
        Path document = Path.of(arguments[1]);
        String text = Files.readString(document);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END, begin);
        Files.writeString(document, text.substring(0, begin) + table(results) + text.substring(end));
    }

    private static String table(Path results) throws IOException {
        StringBuilder table = new StringBuilder("""
                | Java | fields changed | hot sites each | reads by | until read | longest pause (without a swap) | 90 % again after | working time lost |
                | --- | ---: | ---: | --- | ---: | ---: | ---: | ---: |
                """);
        for (String java : javas(results)) {
            for (String changed : CASES) {
                for (String form : List.of("field", "snapshot")) {
                    List<String> lines = Files.readAllLines(results.resolve(java + " " + form + " " + changed));
                    table.append(row(java, form, changed.split(" "), lines));
                }
            }
        }
        return table.toString();
    }

    private static List<String> javas(Path results) throws IOException {
        try (Stream<Path> files = Files.list(results)) {
            return files.map(file -> file.getFileName().toString().split(" ")[0])
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    private static String row(String java, String form, String[] changed, List<String> lines) {
        String without = lines.get(0).split(" ")[1];
        return Stream.of(
                        java,
                        changed[0],
                        changed[1],
                        form.equals("field") ? "the agent" : "a volatile snapshot",
                        median(lines, 0) + " ms",
                        median(lines, 1) + " ms (" + without + ")",
                        median(lines, 2) + " ms",
                        median(lines, 3) + " ms")
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /** Of the swaps; the first line has none. */
    private static String median(List<String> lines, int column) {
        double[] sorted = IntStream.range(1, lines.size())
                .mapToDouble(line -> Double.parseDouble(lines.get(line).split(" ")[column]))
                .sorted()
                .toArray();
        return String.format(Locale.ROOT, column == 1 ? "%.1f" : "%.0f", sorted[sorted.length / 2]);
    }
}
