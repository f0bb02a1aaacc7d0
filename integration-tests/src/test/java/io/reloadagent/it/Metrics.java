package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an agent exposes to Prometheus, read strictly: each line is a comment of a known form or a sample of a family that was
 * announced with its help and type, and no series comes twice.
 *
 * @param samples values by series, as they are written
 */
record Metrics(Map<String, Double> samples) {

    private static final Pattern HELP = Pattern.compile("# HELP ([a-zA-Z_:][a-zA-Z0-9_:]*) (\\S.*)");
    private static final Pattern TYPE =
            Pattern.compile("# TYPE ([a-zA-Z_:][a-zA-Z0-9_:]*) (counter|gauge|histogram|summary|untyped)");
    private static final Pattern SAMPLE = Pattern.compile(
            "(([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{[a-z]+=\"[^\"\\\\]*\"(?:,[a-z]+=\"[^\"\\\\]*\")*})?) ([0-9.eE+-]+|NaN|[+-]Inf)");
    private static final Pattern HISTOGRAM_PART = Pattern.compile("_(bucket|count|sum)$");

    static Metrics of(AgentHttp http) throws IOException, InterruptedException {
        return parse(http.text("/metrics"));
    }

    static Metrics parse(String text) {
        assertThat(text).endsWith("\n");
        Map<String, Double> samples = new LinkedHashMap<>();
        Set<String> helped = new HashSet<>();
        Map<String, String> types = new LinkedHashMap<>();
        for (String line : text.split("\n")) {
            Matcher help = HELP.matcher(line);
            Matcher type = TYPE.matcher(line);
            Matcher sample = SAMPLE.matcher(line);
            if (help.matches()) {
                assertThat(helped.add(help.group(1))).as(line).isTrue();
            } else if (type.matches()) {
                assertThat(types.put(type.group(1), type.group(2))).as(line).isNull();
            } else {
                assertThat(sample.matches()).as(line).isTrue();
                String name = sample.group(2);
                String family = types.containsKey(name)
                        ? name
                        : HISTOGRAM_PART.matcher(name).replaceFirst("");
                assertThat(types).as(line).containsKey(family);
                assertThat(helped).as(line).contains(family);
                assertThat(samples.put(
                                sample.group(1), Double.valueOf(sample.group(3).replace("Inf", "Infinity"))))
                        .as(line)
                        .isNull();
            }
        }
        return new Metrics(samples);
    }

    /** The value of one series; 0 for a counter that has not begun. */
    double get(String series) {
        return samples.getOrDefault(series, 0.0);
    }

    /** The sum of all series of a name. */
    double sum(String name) {
        return samples.entrySet().stream()
                .filter(sample -> sample.getKey().startsWith(name + "{"))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }
}
