package io.reloadagent.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/** What JMH measured on one JDK, in nanoseconds a call, in one or more rounds. */
final class Measurements {

    /** By benchmark, of each round the iterations. */
    private final Map<String, List<double[]>> rounds = new HashMap<>();

    private Measurements() {}

    /** Reads JMH's results, a file a round; by the JDK's name, in its order. */
    static Map<String, Measurements> read(Path directory) throws IOException {
        Map<String, Measurements> byJdk = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.json")) {
            for (Path file : files) {
                for (JsonNode benchmark : new ObjectMapper().readTree(file.toFile())) {
                    byJdk.computeIfAbsent("Java " + benchmark.get("jdkVersion").asText(), jdk -> new Measurements())
                            .add(benchmark);
                }
            }
        }
        return byJdk;
    }

    private void add(JsonNode benchmark) {
        String name = benchmark.get("benchmark").asText();
        DoubleStream.Builder iterations = DoubleStream.builder();
        for (JsonNode fork : benchmark.get("primaryMetric").get("rawData")) {
            fork.forEach(iteration -> iterations.add(iteration.asDouble()));
        }
        rounds.computeIfAbsent(name.substring(name.lastIndexOf('.') + 1), any -> new ArrayList<>())
                .add(iterations.build().toArray());
    }

    int rounds(String benchmark) {
        return rounds.get(benchmark).size();
    }

    /** The median of one round, counted from 0. */
    double median(String benchmark, int round) {
        return median(DoubleStream.of(rounds.get(benchmark).get(round)));
    }

    /** The median of all rounds. */
    double median(String benchmark) {
        return median(rounds.get(benchmark).stream().flatMapToDouble(DoubleStream::of));
    }

    private static double median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
