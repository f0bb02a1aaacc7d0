package io.reloadagent.benchmarks.load;

import io.reloadagent.benchmarks.loading.Place;
import io.reloadagent.benchmarks.loading.Spread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Makes the table of {@code benchmarks/load.sh} out of what {@link LoadMain} measured. */
public final class LoadTable {

    private static final Map<String, String> VARIANTS = variants();

    private LoadTable() {}

    /** The folder of the results, and the document with a place for the table. */
    public static void main(String[] arguments) throws IOException {
        Path work = Path.of(arguments[0]);
        List<Window> windows = Files.readAllLines(work.resolve("results")).stream()
                .map(Window::of)
                .toList();
        StringBuilder table = new StringBuilder();
        table.append("| Java | meanwhile | the application's work: median | 99 % | ratio of the latter | answers | errors |"
                + " median | 99 % | longest | processor time an answer |\n");
        table.append("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        for (String java : windows.stream().map(Window::java).distinct().toList()) {
            VARIANTS.forEach((variant, what) -> table.append(row(java, variant, what, windows)));
        }
        String machine = String.join("; ", Files.readAllLines(work.resolve("machine.txt")));
        String text = table + "\nMeasured on: " + machine + ".";
        System.out.println(text);
        new Place(Path.of(arguments[1]), "benchmarks/load.sh").fill(text);
    }

    private static String row(String java, String variant, String what, List<Window> all) {
        List<Window> windows = all.stream()
                .filter(window -> window.java.equals(java) && window.variant.equals(variant))
                .toList();
        List<Double> ratios = windows.stream()
                .map(window -> window.value(1) / besides(window, "alone", all).value(1))
                .toList();
        double answers = windows.stream().mapToDouble(window -> window.value(6)).sum();
        String row = String.format(
                Locale.ROOT,
                "| %s | %s | %.2f ms | %.2f ms | %s | ",
                java,
                what,
                median(windows, window -> window.value(0)),
                median(windows, window -> window.value(1)),
                Spread.of(ratios));
        if (answers == 0) {
            return row + "| | | | | |\n";
        }
        return row
                + String.format(
                        Locale.ROOT,
                        "%.0f | %.0f | %.1f ms | %.1f ms | %.0f ms | %.2f ms |%n",
                        answers,
                        windows.stream().mapToDouble(window -> window.value(7)).sum(),
                        median(windows, window -> window.value(3)),
                        median(windows, window -> window.value(4)),
                        windows.stream().mapToDouble(window -> window.value(5)).max().orElse(0),
                        median(windows, window -> processorMillis(window, besides(window, "reloads", all))));
    }

    /** What an answer costs the application's process beyond what it does without them. */
    private static double processorMillis(Window window, Window without) {
        return (window.value(9) - without.value(9)) * window.value(10) * 1e3 / window.value(6);
    }

    private static Window besides(Window window, String variant, List<Window> all) {
        return all.stream()
                .filter(other -> other.java.equals(window.java)
                        && other.round.equals(window.round)
                        && other.variant.equals(variant))
                .findFirst()
                .orElseThrow();
    }

    private static double median(List<Window> windows, ToDoubleFunction<Window> value) {
        return Spread.quantile(windows.stream().map(value::applyAsDouble).toList(), 0.5);
    }

    private static Map<String, String> variants() {
        Map<String, String> variants = new LinkedHashMap<>();
        variants.put("alone", "nothing");
        variants.put("reloads", "two reloads a second");
        variants.put("leisure-jdk", "these, and 50 clients, each of whom asks a server of the JDK twice a second");
        variants.put("leisure", "these, and 50 clients, each of whom asks for the status twice a second");
        variants.put("fast-jdk", "these, and 50 clients that ask a server of the JDK as fast as they can");
        variants.put("fast", "these, and 50 clients that ask for the status as fast as they can");
        return variants;
    }

    /** One window of one variant, with the figures in the order of {@link LoadMain}. */
    private record Window(String java, String round, String variant, List<Double> values) {

        static Window of(String line) {
            String[] words = line.split(" ");
            return new Window(
                    words[0],
                    words[1],
                    words[2],
                    List.of(words).subList(3, words.length).stream()
                            .map(Double::valueOf)
                            .toList());
        }

        double value(int column) {
            return values.get(column);
        }
    }
}
