package io.reloadagent.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An answer of an agent, as a verb shows it,")
class ShownAnswersTest extends VerbFixture {

    @Test
    @DisplayName("status shows the state, and the fields in a table")
    void status() {
        server.answering("/admin/status", 200, STATUS);
        assertThat(run("status")).isZero();
        assertThat(out.toString(UTF_8).lines())
                .contains(
                        "state        READY, all is well",
                        "version      2",
                        "last reload  APPLIED at 2026-11-22T12:00:00.123Z",
                        "drift        mail.host",
                        "history      in memory only",
                        "log level    info",
                        "PATH       FIELD                READS    VALUE OF     SITES  CLASSES",
                        "pool.size  com.acme.Pool.size   settled  source       3      1",
                        "pool.size  com.acme.Other.size  unread   application  0      0");
        assertThat(err.toString(UTF_8)).isEmpty();
    }

    @Test
    @DisplayName("reload --dry-run shows a line for each change, with the fields that follow its path")
    void dryRun() {
        server.answering("/admin/status", 200, STATUS);
        server.answering("/admin/reload", 200, """
                {"outcome": "ACCEPTED", "version": 2, "durationMillis": 5, "changes": [
                 {"path": "pool.size", "oldValue": 10, "newValue": 20},
                 {"path": "pool.hosts", "oldValue": null, "newValue": ["a", "b"]},
                 {"path": "pool.name", "oldValue": "\\u001b[2J", "newValue": ""},
                 {"path": "pool.password", "oldValue": "***", "newValue": "***"}],
                 "restartRequired": ["server.port"],
                 "warnings": [{"source": "app.yaml", "line": 3, "column": 1, "path": "pool.sise", "message": "is unknown"}]}""");
        assertThat(run("reload", "--dry-run", "--section", "pool,mail", "--section", "log", "--reason", "a & b"))
                .isZero();
        assertThat(server.requests().get(0))
                .isEqualTo("POST /admin/reload section=pool%2Cmail%2Clog&dryRun=true&reason=a+%26+b");
        assertThat(out.toString(UTF_8).lines())
                .containsExactly(
                        "would be applied: 4 changes; nothing has changed, version 2 is in force",
                        "  pool.size      com.acme.Pool.size, com.acme.Other.size  10 -> 20",
                        "  pool.hosts                                              (the field's own) -> [\"a\",\"b\"]",
                        "  pool.name                                               \\u001b[2J -> \"\"",
                        "  pool.password                                           *** -> ***",
                        "  needs a restart: server.port");
        assertThat(err.toString(UTF_8)).contains("warning: app.yaml:3:1 pool.sise: is unknown");
    }

    @Test
    @DisplayName("reload that is refused says every problem with its place, and what to do, on stderr")
    void refused() {
        server.answering("/admin/reload", 409, """
                {"outcome": "REFUSED", "version": 2, "changes": [], "message": "two problems",
                 "problemLines": ["app.yaml:1:14 pool.size: expected an int", "app.yaml:2:3 pool.name: is empty"]}""");
        assertThat(run("reload")).isEqualTo(1);
        assertThat(out.toString(UTF_8)).isEmpty();
        assertThat(err.toString(UTF_8).lines())
                .containsExactly(
                        "REFUSED: version 2 stays",
                        "  app.yaml:1:14 pool.size: expected an int",
                        "  app.yaml:2:3 pool.name: is empty",
                        "Nothing was changed. Mend what is named above, then reload again.");
    }

    @Test
    @DisplayName("reload that a module made fail says which, and what does not apply")
    void rolledBack() {
        server.answering("/admin/status", 200, STATUS).answering("/admin/reload", 409, """
                {"outcome": "ROLLED_BACK", "version": 2, "message": "rolled back", "failedModule": "mail",
                 "failedModules": [], "problemLines": ["module mail: no server"],
                 "changes": [{"path": "pool.size", "oldValue": 10, "newValue": 20}]}""");
        assertThat(run("reload")).isEqualTo(1);
        assertThat(out.toString(UTF_8)).isEmpty();
        assertThat(err.toString(UTF_8).lines())
                .containsExactly(
                        "ROLLED_BACK: version 2 stays",
                        "  module mail: no server",
                        "Everything is as before. See to module mail, then reload again.",
                        "  not applied: pool.size  com.acme.Pool.size, com.acme.Other.size  10 -> 20");
    }

    @Test
    @DisplayName("reload that has to wait says how long, and how to end the wait")
    void backingOff() {
        server.answering("/admin/reload", 429, """
                {"outcome": "BACKING_OFF", "version": 2, "retryAfterSeconds": 7, "message": "the same failed"}""");
        assertThat(run("reload")).isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("  the same failed", "Wait 7 s", "reset-breaker");
    }

    @Test
    @DisplayName("health exits with 1 if not all is well, and says why")
    void health() {
        server.answering("/admin/health", 503, """
                {"status": "DEGRADED", "state": "READY", "version": 2, "problems": ["the last reload failed"]}""");
        assertThat(run("health")).isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("DEGRADED: READY, version 2", "the last reload failed");
    }

    @Test
    @DisplayName("history lists versions and failures, newest first")
    void history() {
        server.answering("/admin/history", 200, """
                {"history": [
                 {"version": 3, "time": "T3", "isVersion": true, "trigger": "http", "actor": "/127.0.0.1:5", "reason": "slow",
                  "outcome": "APPLIED", "backToVersion": 1, "changes": [{"path": "a", "oldValue": 2, "newValue": 1}]},
                 {"version": 2, "time": "T2", "isVersion": false, "trigger": "file", "actor": "watcher",
                  "outcome": "REFUSED", "message": "no int", "changes": []},
                 {"version": 1, "time": "T1", "isVersion": true, "trigger": "start", "lastKnownGood": null}]}""");
        assertThat(run("history")).isZero();
        assertThat(out.toString(UTF_8).lines())
                .containsExactly(
                        "VERSION  TIME  OUTCOME  TRIGGER  ACTOR         WHAT",
                        "3        T3    APPLIED  http     /127.0.0.1:5  back to 1; a 2 -> 1; reason: slow",
                        "-        T2    REFUSED  file     watcher       no int",
                        "1        T1    -        start    -");
    }

    @Test
    @DisplayName("diff shows path by path what differs")
    void diff() {
        server.answering("/admin/history/diff", 200, """
                {"from": 3, "to": 7, "changes": [{"path": "pool.size", "from": null, "to": 20},
                 {"path": "a", "from": "x", "to": {}}]}""");
        assertThat(run("diff", "3", "7")).isZero();
        assertThat(server.requests()).containsExactly("GET /admin/history/diff?from=3&to=7 ");
        assertThat(out.toString(UTF_8).lines()).containsExactly("pool.size  (nothing) -> 20", "a          x -> {}");
    }
}
