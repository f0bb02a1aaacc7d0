package io.reloadagent.benchmarks.loading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes the table of {@code benchmarks/start.sh}: medians, and what each agent adds to a run without any in the same round. */
public final class StartTable {

    private StartTable() {}

    /** The folder of the results, and the document with a place for the table. */
    public static void main(String[] arguments) throws IOException {
        Path work = Path.of(arguments[0]);
        List<Run> runs = Files.readAllLines(work.resolve("results")).stream()
                .map(Run::of)
                .toList();
        StringBuilder table = new StringBuilder();
        table.append("| Java | Application | With | until it serves | ratio | memory | more |\n");
        table.append("| --- | --- | --- | ---: | ---: | ---: | ---: |\n");
        for (String java : runs.stream().map(Run::java).distinct().toList()) {
            for (String application : runs.stream().map(Run::application).distinct().toList()) {
                for (String line : Files.readAllLines(work.resolve("variants"))) {
                    String[] variant = line.split("\\|", -1);
                    table.append(row(java, application, variant[0], variant[1], runs));
                }
            }
        }
        String machine = String.join("; ", Files.readAllLines(work.resolve("machine.txt")));
        new Place(Path.of(arguments[1]), "benchmarks/start.sh").fill(table + "\nMeasured on: " + machine + ".");
    }

    private static String row(String java, String application, String name, String what, List<Run> runs) {
        List<Double> seconds = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        List<Double> megabytes = new ArrayList<>();
        List<Double> more = new ArrayList<>();
        for (Run run : runs) {
            if (run.java.equals(java) && run.application.equals(application) && run.name.equals(name)) {
                Run without = runs.stream()
                        .filter(other -> other.isBesides(run) && other.name.equals("none"))
                        .findFirst()
                        .orElseThrow();
                seconds.add(run.seconds);
                ratios.add(run.seconds / without.seconds);
                megabytes.add(run.megabytes);
                more.add(run.megabytes - without.megabytes);
            }
        }
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %.2f s | %s | %.0f MB | %+.0f MB |%n",
                java,
                application,
                what,
                Spread.quantile(seconds, 0.5),
                Spread.of(ratios),
                Spread.quantile(megabytes, 0.5),
                Spread.quantile(more, 0.5));
    }

    /** One process: seconds from its start until it serves, and its resident memory then. */
    private record Run(
            String java, String round, String application, String name, double seconds, double megabytes) {

        static Run of(String line) {
            String[] parts = line.split(" ", -1);
            return new Run(
                    parts[0], parts[1], parts[2], parts[3], Double.parseDouble(parts[4]), Double.parseDouble(parts[5]));
        }

        boolean isBesides(Run other) {
            return java.equals(other.java) && round.equals(other.round) && application.equals(other.application);
        }
    }
}
