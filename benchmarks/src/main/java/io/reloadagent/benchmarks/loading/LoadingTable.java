package io.reloadagent.benchmarks.loading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** Makes the table of {@code benchmarks/loading.sh}: medians, and medians of the rounds' ratios to no agent. */
public final class LoadingTable {

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
        new Place(Path.of(arguments[1]), "benchmarks/loading.sh").fill(table + "\nMeasured on: " + machine + ".");
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
                Spread.quantile(walls, 0.5),
                Spread.of(wallRatios),
                Spread.quantile(cpus, 0.5),
                Spread.of(cpuRatios));
    }

    /** One process: seconds of wall and CPU time. */
    private record Run(String java, String round, String name, double wall, double cpu) {

        static Run of(String line) {
            String[] parts = line.split(" ", -1);
            return new Run(parts[0], parts[1], parts[2], Double.parseDouble(parts[3]), Double.parseDouble(parts[4]));
        }
    }
}
