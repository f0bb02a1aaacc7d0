package io.reloadagent.benchmarks.loading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** Makes the table of {@code benchmarks/loading.sh}: medians, and medians of the rounds' ratios to no agent. */
public final class LoadingTable {

    private static final String BEGIN = "<!-- made by benchmarks/loading.sh -->";
    private static final String END = "<!-- end of benchmarks/loading.sh -->";

    private LoadingTable() {}

    /** The folder of the results, and the document with a place for the table. */
    public static void main(String[] arguments) throws IOException {
        Path work = Path.of(arguments[0]);
        List<Run> runs = Files.readAllLines(work.resolve("results")).stream()
                .map(Run::of)
                .toList();
        StringBuilder table = new StringBuilder();
        table.append("| Java | What | time | ratio | CPU time | ratio |\n| --- | --- | ---: | ---: | ---: | ---: |\n");
        for (String java : new TreeSet<>(runs.stream().map(Run::java).toList())) {
            List<Run> ofJava =
                    runs.stream().filter(run -> run.java.equals(java)).toList();
            for (Map.Entry<String, String> variant : variants(work).entrySet()) {
                table.append(row(java, variant.getKey(), variant.getValue(), ofJava));
            }
        }
        String machine = String.join("; ", Files.readAllLines(work.resolve("machine.txt")));
        insert(Path.of(arguments[1]), table + "\nMeasured on: " + machine + ".");
    }

    private static Map<String, String> variants(Path work) throws IOException {
        Map<String, String> variants = new LinkedHashMap<>();
        for (String line : Files.readAllLines(work.resolve("variants"))) {
            String[] parts = line.split("\\|", -1);
            variants.put(parts[0], parts[1]);
        }
        return variants;
    }

    private static String row(String java, String name, String what, List<Run> runs) {
        String base = name.equals("annotations") || name.equals("index") ? "api" : "none";
        List<Double> walls = new ArrayList<>();
        List<Double> cpus = new ArrayList<>();
        List<Double> wallRatios = new ArrayList<>();
        List<Double> cpuRatios = new ArrayList<>();
        for (Run run : runs) {
            if (run.name.equals(name)) {
                Run without = runs.stream()
                        .filter(other -> other.round.equals(run.round) && other.name.equals(base))
                        .findFirst()
                        .orElseThrow();
                walls.add(run.wall);
                cpus.add(run.cpu);
                wallRatios.add(run.wall / without.wall);
                cpuRatios.add(run.cpu / without.cpu);
            }
        }
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.2f s | %s | %.2f s | %s |%n",
                java,
                what,
                quantile(walls, 0.5),
                ratio(wallRatios),
                quantile(cpus, 0.5),
                ratio(cpuRatios));
    }

    /** The median, and in brackets the middle half. */
    private static String ratio(List<Double> ratios) {
        return String.format(
                Locale.ROOT, "%.2f (%.2f–%.2f)", quantile(ratios, 0.5), quantile(ratios, 0.25), quantile(ratios, 0.75));
    }

    private static double quantile(List<Double> values, double share) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        double position = share * (sorted.size() - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.size() - 1);
        return sorted.get(below) + (position - below) * (sorted.get(above) - sorted.get(below));
    }

    private static void insert(Path document, String table) throws IOException {
        String text = Files.readString(document);
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException(document + " has no place for the table");
        }
        Files.writeString(
                document, text.substring(0, begin + BEGIN.length()) + "\n" + table + "\n" + text.substring(end));
    }

    /** One process: seconds of wall and CPU time. */
    private record Run(String java, String round, String name, double wall, double cpu) {

        static Run of(String line) {
            String[] parts = line.split(" ", -1);
            return new Run(parts[0], parts[1], parts[2], Double.parseDouble(parts[3]), Double.parseDouble(parts[4]));
        }
    }
}
