package io.reloadagent.report.metrics;

import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;

/**
 * The readings as Prometheus reads them. The one class that needs the Prometheus client; not to be loaded before somebody
 * asks. Immutable.
 */
public final class Exposition {

    /** Of {@link #write}. */
    public static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

    private static final double MILLIS_A_SECOND = 1e3;

    private final String prefix;
    private final Readings readings;

    /** @param prefix what the names begin with; may be empty */
    public Exposition(String prefix, Readings readings) {
        this.prefix = prefix;
        this.readings = readings;
    }

    /** All metrics of now, in Prometheus' text format. */
    public byte[] write() throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        PrometheusTextFormatWriter.create().write(text, snapshots(), EscapingScheme.UNDERSCORE_ESCAPING);
        return text.toByteArray();
    }

    private MetricSnapshots snapshots() {
        ReloadCounts reloads = readings.reloads();
        MetricSnapshots.Builder all = MetricSnapshots.builder()
                .metricSnapshot(byKind(
                        "reload_attempts", "Reloads that have ended, dry runs not included.", reloads.attemptsByKind()))
                .metricSnapshot(byKind(
                        "reload_failures",
                        "Reloads that were tried and failed, dry runs not included.",
                        reloads.failuresByKind()))
                .metricSnapshot(durations(reloads.durations()))
                .metricSnapshot(gauge(
                        "reload_backoff_seconds",
                        "How long what failed last has to wait before it is tried again.",
                        readings.backingOff().toMillis() / MILLIS_A_SECOND))
                .metricSnapshot(
                        gauge("reload_version", "The number of the version in force.", (double) readings.version()))
                .metricSnapshot(gauge(
                        "reload_drift_paths",
                        "Paths at which the sources hold something else than what is in force.",
                        readings.drift()))
                .metricSnapshot(gauge(
                        "reload_abandoned_threads",
                        "Callbacks that did not return in time and still have not.",
                        readings.abandonedThreads()))
                .metricSnapshot(dropped(readings.droppedEvents()))
                .metricSnapshot(sites(readings.sites()));
        Instant success = readings.lastSuccess();
        if (success != null) {
            all.metricSnapshot(gauge(
                    "reload_last_success_timestamp_seconds",
                    "When a reload succeeded last, in seconds since 1970; missing before.",
                    success.toEpochMilli() / MILLIS_A_SECOND));
        }
        return all.build();
    }

    private MetricSnapshot byKind(String name, String help, Map<Kind, Long> counts) {
        CounterSnapshot.Builder counter =
                CounterSnapshot.builder().name(prefix + name).help(help);
        counts.forEach((kind, count) -> counter.dataPoint(CounterDataPointSnapshot.builder()
                .labels(Labels.of("trigger", kind.trigger(), "outcome", kind.outcome()))
                .value(count)
                .build()));
        return counter.build();
    }

    private MetricSnapshot dropped(Map<String, Long> counts) {
        CounterSnapshot.Builder counter = CounterSnapshot.builder()
                .name(prefix + "reload_events_dropped")
                .help("Events that an observer did not get.");
        counts.forEach((observer, count) -> counter.dataPoint(CounterDataPointSnapshot.builder()
                .labels(Labels.of("observer", observer))
                .value(count)
                .build()));
        return counter.build();
    }

    private MetricSnapshot sites(Map<String, Long> counts) {
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder()
                .name(prefix + "reload_sites")
                .help("Places in loaded classes that read a dynamic field, by the field's state.");
        counts.forEach((state, count) -> gauge.dataPoint(GaugeDataPointSnapshot.builder()
                .labels(Labels.of("state", state))
                .value(count)
                .build()));
        return gauge.build();
    }

    private MetricSnapshot durations(DurationCounts durations) {
        return HistogramSnapshot.builder()
                .name(prefix + "reload_duration_seconds")
                .help("How long reloads took that were tried, dry runs not included.")
                .dataPoint(HistogramDataPointSnapshot.builder()
                        .classicHistogramBuckets(
                                ClassicHistogramBuckets.of(DurationCounts.bounds(), durations.counts()))
                        .sum(durations.seconds())
                        .build())
                .build();
    }

    private MetricSnapshot gauge(String name, String help, double value) {
        return GaugeSnapshot.builder()
                .name(prefix + name)
                .help(help)
                .dataPoint(GaugeDataPointSnapshot.builder().value(value).build())
                .build();
    }
}
