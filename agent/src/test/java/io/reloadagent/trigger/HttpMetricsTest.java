package io.reloadagent.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("GET /metrics")
class HttpMetricsTest extends HttpFixture {

    @Test
    @DisplayName("A34 tells all that is measured in Prometheus' text format, with the prefix that was set")
    void all() throws IOException {
        reloads.events.drops("webhook").add(4);

        String answer = send(request("GET /metrics"));

        assertThat(answer).startsWith("HTTP/1.1 200 ").contains("\r\nContent-Type: text/plain; version=0.0.4;");
        List<String> lines =
                answer.substring(answer.indexOf("\r\n\r\n") + 4).lines().toList();
        assertThat(lines)
                .contains(
                        "# TYPE acme_reload_attempts_total counter",
                        "acme_reload_attempts_total{outcome=\"applied\",trigger=\"http\"} 1.0",
                        "acme_reload_attempts_total{outcome=\"backing_off\",trigger=\"jmx\"} 1.0",
                        "acme_reload_attempts_total{outcome=\"rolled_back\",trigger=\"file\"} 1.0",
                        "acme_reload_failures_total{outcome=\"rolled_back\",trigger=\"file\"} 1.0",
                        "# TYPE acme_reload_backoff_seconds gauge",
                        "acme_reload_backoff_seconds 1.5",
                        "# TYPE acme_reload_duration_seconds histogram",
                        "acme_reload_duration_seconds_bucket{le=\"0.025\"} 0",
                        "acme_reload_duration_seconds_bucket{le=\"0.05\"} 1",
                        "acme_reload_duration_seconds_bucket{le=\"5.0\"} 2",
                        "acme_reload_duration_seconds_bucket{le=\"+Inf\"} 2",
                        "acme_reload_duration_seconds_count 2",
                        "acme_reload_duration_seconds_sum 3.04",
                        "acme_reload_last_success_timestamp_seconds 1.8E9",
                        "acme_reload_version 7.0",
                        "acme_reload_drift_paths 2.0",
                        "acme_reload_abandoned_threads 1.0",
                        "acme_reload_events_dropped_total{observer=\"webhook\"} 4.0",
                        "acme_reload_sites{state=\"settled\"} 12.0",
                        "acme_reload_sites{state=\"slow\"} 3.0")
                .noneMatch(line -> line.contains("failures_total{outcome=\"backing_off\""));
    }

    @Test
    @DisplayName("needs the token, is a GET, and takes no parameters")
    void admitted() throws IOException {
        assertThat(status(bare("GET /metrics", host()))).isEqualTo(401);
        assertThat(status(request("POST /metrics"))).isEqualTo(405);
        assertThat(status(request("GET /metrics?name=reload_version"))).isEqualTo(400);
    }
}
