package io.reloadagent.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A verb that asks an agent")
class RemoteVerbsTest extends VerbFixture {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status",
                "health",
                "reload",
                "rollback",
                "history",
                "diff",
                "watch",
                "log-level",
                "reset-breaker"
            })
    @DisplayName("has a help with an example and the exit codes, which fits a terminal")
    void help(String verb) {
        assertThat(run(Stream.of(verb, "--help"))).isZero();
        assertThat(out.toString(UTF_8))
                .contains(
                        "Usage: java -jar reload-agent.jar " + verb,
                        "\nExamples:\n  java -jar reload-agent.jar " + verb)
                .contains("--url=URL", "--token-file=FILE", "--json", "7099")
                .containsPattern("\n +0 +done\n +1 +refused or failed")
                .containsPattern("\n +3 +no agent was reached");
        assertThat(out.toString(UTF_8).lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    @DisplayName("prints the agent's JSON as it is when asked to, also of a refusal")
    void json() {
        server.answering("/admin/status", 200, STATUS);
        assertThat(run("status", "--json")).isZero();
        assertThat(out.toString(UTF_8)).isEqualTo(STATUS + System.lineSeparator());
        out.reset();
        server.answering("/admin/rollback", 400, "{\"status\":400,\"detail\":\"version 9 is not kept\"}");
        assertThat(run("rollback", "9", "--reason", "x", "--json")).isEqualTo(1);
        assertThat(out.toString(UTF_8)).contains("\"detail\":\"version 9 is not kept\"");
        assertThat(err.toString(UTF_8)).isEmpty();
    }

    @Test
    @DisplayName("says where nobody listens, and exits with 3")
    void nobody() {
        server.close();
        assertThat(run("status")).isEqualTo(3);
        assertThat(err.toString(UTF_8)).contains("nobody listens at " + server.url(), "HTTP listens at");
        assertThat(out.toString(UTF_8)).isEmpty();
    }

    @Test
    @DisplayName("follows no redirect, and takes nothing but an agent's answer")
    void foreign() {
        server.answering("/admin/status", 302, "", "Location: " + server.url() + "/elsewhere")
                .answering("/elsewhere", 200, STATUS)
                .answering("/admin/health", 200, "<html>")
                .answering("/admin/history", 200, "[" + "1,".repeat(9 << 20) + "1]");
        assertThat(run("status")).isEqualTo(3);
        assertThat(run("health")).isEqualTo(3);
        assertThat(run("history")).isEqualTo(3);
        assertThat(server.requests()).hasSize(3).noneMatch(request -> request.contains("elsewhere"));
        assertThat(err.toString(UTF_8))
                .contains("does not answer as an agent: status 302", "no JSON, status 200", "more than 16 MiB");
    }

    @Test
    @DisplayName("does not wait for ever, and asks once")
    void silent() {
        server.silentAt("/admin/reload");
        assertThat(run("reload", "--timeout", "1")).isEqualTo(3);
        assertThat(err.toString(UTF_8)).contains("within 1 s", "may still happen");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    @DisplayName("takes address and token file from the agent's configuration, whatever else is in it")
    void configuration() throws IOException {
        server.answering("/admin/status", 200, STATUS);
        Path config = Files.writeString(
                directory.resolve("reload.yaml"),
                "nonsense: 1\nhttp: {address: '" + server.url().substring(7) + "', token-file: " + token + "}");
        assertThat(run(Stream.of("status", "--config", config.toString()))).isZero();
        Files.writeString(config, "http.address: 127.0.0.1:0");
        assertThat(run(Stream.of("status", "--config", config.toString()))).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("any free port", "--url");
        Files.writeString(config, "jmx.enabled: true");
        assertThat(run(Stream.of("status", "--config", config.toString()))).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("has no http.address");
        assertThat(run(Stream.of("status", "--config", config + ".none"))).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("reload.yaml.none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status --url http://example.com:80",
                "status --timeout 0",
                "rollback 7",
                "rollback seven --reason x",
                "diff 3",
                "reload --section",
                "log-level debug info"
            })
    @DisplayName("asks nobody if the call is wrong")
    void wrongCall(String call) {
        assertThat(run(Stream.of((call + " --token-file " + token).split(" ")))).isEqualTo(2);
        assertThat(err.toString(UTF_8)).isNotEmpty();
        assertThat(out.toString(UTF_8)).isEmpty();
    }

    @Test
    @DisplayName("completion prints a script that knows the verbs and their options")
    void completion() {
        assertThat(run(Stream.of("completion"))).isZero();
        assertThat(out.toString(UTF_8))
                .startsWith("#!/usr/bin/env bash")
                .contains("complete -F _complete_reload-agent", "reset-breaker", "--dry-run")
                .doesNotContain("java -jar");
    }
}
