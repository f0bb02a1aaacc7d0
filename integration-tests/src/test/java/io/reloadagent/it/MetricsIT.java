package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Metrics")
class MetricsIT {

    private static final Launch SERVICE = Launch.annotated("com.acme.service.ServiceMain")
            .withSource(
                    "reload.watch=false",
                    "http.address=127.0.0.1:0",
                    "http.token-file=token",
                    "reload.backoff.base=1h",
                    "reload.backoff.cap=1h");

    @OnOldestAndNewest
    @DisplayName("A34 are right after each way in which a reload can end, by HTTP and by JMX")
    void afterEachOutcome(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("service: {a: 1}");
        try (Application service = SERVICE.start(jdk, workspace)) {
            AgentHttp http = AgentHttp.of(service, workspace);
            service.awaitSeen("a", 1);
            service.ask("modules first second");
            assertCounts(http, 0, 0);
            assertThat(Metrics.of(http).samples()).doesNotContainKey("reload_last_success_timestamp_seconds");

            workspace.source("service: {a: 2}");
            assertThat(reload(http, "dryRun=true")).isEqualTo("ACCEPTED");
            assertCounts(http, 0, 0);
            assertThat(Metrics.of(http).get("reload_drift_paths")).isEqualTo(1);

            Instant before = Instant.now();
            assertThat(reload(http, "")).isEqualTo("APPLIED");
            assertCounts(http, 1, 0);
            Metrics applied = Metrics.of(http);
            assertThat(attempts(applied, "applied")).isEqualTo(1);
            assertThat(applied.get("reload_version")).isEqualTo(2);
            assertThat(applied.get("reload_drift_paths")).isZero();
            assertThat(applied.get("reload_last_success_timestamp_seconds"))
                    .isBetween(before.getEpochSecond() - 1.0, Instant.now().getEpochSecond() + 1.0);
            assertThat(applied.get("reload_duration_seconds_count")).isEqualTo(1);
            assertThat(applied.get("reload_duration_seconds_bucket{le=\"+Inf\"}"))
                    .isEqualTo(1);
            assertThat(applied.get("reload_duration_seconds_sum")).isPositive();
            assertThat(applied.sum("reload_sites")).isPositive();

            assertThat(reload(http, "")).isEqualTo("UNCHANGED");
            assertCounts(http, 2, 0);
            assertThat(attempts(Metrics.of(http), "unchanged")).isEqualTo(1);

            workspace.source("service: {a: much}");
            assertThat(reload(http, "")).isEqualTo("REFUSED");
            assertCounts(http, 3, 1);
            assertThat(failures(Metrics.of(http), "refused")).isEqualTo(1);
            assertThat(Metrics.of(http).get("reload_backoff_seconds")).isBetween(3_000.0, 3_600.0);

            assertThat(reload(http, "")).isEqualTo("BACKING_OFF");
            assertCounts(http, 4, 1);
            assertThat(attempts(Metrics.of(http), "backing_off")).isEqualTo(1);
            assertThat(Metrics.of(http).get("reload_duration_seconds_count")).isEqualTo(3);

            http.post("/admin/breaker/reset", "");
            assertThat(Metrics.of(http).get("reload_backoff_seconds")).isZero();
            workspace.source("service: {a: 3}");
            service.ask("behave second exception");
            assertThat(reload(http, "")).isEqualTo("ROLLED_BACK");
            assertCounts(http, 5, 2);
            assertThat(failures(Metrics.of(http), "rolled_back")).isEqualTo(1);

            http.post("/admin/breaker/reset", "");
            service.ask("behave first stuck");
            assertThat(reload(http, "")).isEqualTo("DEGRADED");
            assertCounts(http, 6, 3);
            assertThat(failures(Metrics.of(http), "degraded")).isEqualTo(1);
            assertThat(Metrics.of(http).get("reload_version")).isEqualTo(2);

            service.awaitAnswer("jmx-attribute ReloadAttempts", count -> count.containsExactly("6"));
            assertThat(service.ask("jmx-attribute ReloadFailures")).containsExactly("3");
            assertThat(service.ask("jmx-attribute AbandonedThreads")).containsExactly("0");
        }
    }

    @OnOldestAndNewest
    @DisplayName("A34 count a callback that never returns as long as it holds its thread")
    void abandoned(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("service: {a: 1}");
        Launch impatient = Launch.annotated("com.acme.service.ServiceMain")
                .withSource(
                        "reload.watch=false",
                        "reload.timeout=5s",
                        "metrics.prefix=acme_",
                        "http.address=127.0.0.1:0",
                        "http.token-file=token");
        try (Application service = impatient.start(jdk, workspace)) {
            AgentHttp http = AgentHttp.of(service, workspace);
            service.awaitSeen("a", 1);
            service.ask("modules first");
            service.ask("behave first hang");
            workspace.source("service: {a: 2}");
            assertThat(reload(http, "")).isIn("ROLLED_BACK", "DEGRADED");
            assertThat(Metrics.of(http).get("acme_reload_abandoned_threads")).isEqualTo(1);

            service.ask("release first");
            await().atMost(Application.PATIENCE)
                    .untilAsserted(() -> assertThat(Metrics.of(http).get("acme_reload_abandoned_threads"))
                            .isZero());
        }
    }

    @OnOldestAndNewest
    @DisplayName("cost nothing until somebody asks: no class of the Prometheus client is loaded before")
    void lazy(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("service: {a: 1}");
        try (Application service = SERVICE.option("-verbose:class").start(jdk, workspace)) {
            AgentHttp http = AgentHttp.of(service, workspace);
            service.awaitSeen("a", 1);
            workspace.source("service: {a: 2}");
            assertThat(reload(http, "")).isEqualTo("APPLIED");
            service.awaitStdout("io.reloadagent.reload.Coordinator");
            assertThat(service.stdout()).noneMatch(line -> line.contains("io.prometheus"));

            assertThat(Metrics.of(http).get("reload_version")).isEqualTo(2);
            service.awaitStdout("io.prometheus");
        }
    }

    private static void assertCounts(AgentHttp http, int attempts, int failures) throws Exception {
        Metrics metrics = Metrics.of(http);
        assertThat(metrics.sum("reload_attempts_total")).isEqualTo(attempts);
        assertThat(metrics.sum("reload_failures_total")).isEqualTo(failures);
    }

    private static double attempts(Metrics metrics, String outcome) {
        return metrics.get("reload_attempts_total{outcome=\"" + outcome + "\",trigger=\"http\"}");
    }

    private static double failures(Metrics metrics, String outcome) {
        return metrics.get("reload_failures_total{outcome=\"" + outcome + "\",trigger=\"http\"}");
    }

    private static String reload(AgentHttp http, String form) throws Exception {
        return AgentHttp.json(http.reload(form)).path("outcome").asText();
    }
}
