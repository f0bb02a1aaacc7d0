package io.reloadagent.it;

import static io.reloadagent.it.RawHttp.bare;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

/** What a stranger can do over HTTP, which is nothing; and who may only read, which is to read. */
@DisplayName("HTTP")
class HttpSecurityIT {

    private static final String CANARY = "1928374655";

    private static final Launch SERVICE = Launch.annotated("com.acme.service.ServiceMain")
            .withSource(
                    "reload.watch=false",
                    "http.address=127.0.0.1:0",
                    "http.token-file=token",
                    "http.read-token-file=read-token",
                    "audit.file=audit.log",
                    "log.level=debug");

    private final List<String> answers = new ArrayList<>();

    @OnOldestAndNewest
    @DisplayName("refuses who shows no token or a wrong one, another host's name, and the pages of others")
    void strangers(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = workspace(directory);
        try (Application service = SERVICE.start(jdk, workspace)) {
            RawHttp http = RawHttp.of(AgentHttp.of(service, workspace).address(), workspace, "token");
            service.awaitSeen("a", 1);
            workspace.source("service: {a: 2}", "database: {password: " + CANARY + "}");

            expect(401, http, bare("POST /admin/reload", http.host()));
            expect(401, http, bare("POST /admin/reload", http.host(), "Authorization: Bearer " + "x".repeat(43)));
            expect(401, http, bare("POST /admin/reload?access_token=" + http.token(), http.host()));
            expect(401, http, bare("GET /admin/status", http.host(), http.bearer(), http.bearer()));
            expect(421, http, bare("GET /admin/status", "Host: evil.example", http.bearer()));
            expect(403, http, http.request("POST /admin/reload", "Origin: http://evil.example"));
            expect(403, http, http.request("POST /admin/reload", "Origin: null"));
            expect(403, http, http.request("POST /admin/reload", "Sec-Fetch-Site: cross-site"));
            expect(400, http, bare("GET /admin/status", http.bearer()));

            assertThat(answers)
                    .allMatch(answer -> answer.contains("Content-Type: application/problem+json\r\n"))
                    .allMatch(answer -> answer.contains("{\"type\":\"about:blank\",\"title\":\""))
                    .noneMatch(answer -> answer.contains("Access-Control"));
            service.awaitSeen("a", 1);
            assertUnaffected(service, workspace);
            assertThat(Files.readAllLines(workspace.file("audit.log")))
                    .filteredOn(line -> line.contains("audit.access.refused"))
                    .hasSize(9)
                    .allMatch(line -> line.contains("\"role\":null"));
        }
    }

    @OnOldestAndNewest
    @DisplayName("lets who may read see everything and change nothing, and says which role it takes")
    void reader(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = workspace(directory);
        try (Application service = SERVICE.start(jdk, workspace)) {
            AgentHttp operator = AgentHttp.of(service, workspace);
            RawHttp http = RawHttp.of(operator.address(), workspace, "read-token");
            service.awaitSeen("a", 1);
            workspace.source("service: {a: 2}");

            for (String path : List.of("status", "health", "history", "history/diff?from=1&to=1")) {
                expect(200, http, http.request("GET /admin/" + path));
            }
            expect(200, http, http.request("GET /metrics"));
            assertThat(answers.get(0)).contains("\"role\":\"read\"");
            assertThat(operator.status().path("role").asText()).isEqualTo("operate");
            for (String change : List.of(
                    "reload", "reload?dryRun=true", "rollback?version=1", "breaker/reset", "log-level?level=trace")) {
                expect(403, http, http.request("POST /admin/" + change));
            }
            assertThat(answers.get(answers.size() - 1))
                    .contains("this needs the role 'operate', and the token is of the role 'read'");
            expect(403, http, http.request("GET /admin/reload"));
            expect(405, http, http.request("POST /admin/status"));

            service.awaitSeen("a", 1);
            assertThat(operator.reload("reason=allowed").statusCode()).isEqualTo(200);
            service.awaitSeen("a", 1, 2);
            assertUnaffected(service, workspace);
            assertThat(Files.readAllLines(workspace.file("audit.log")))
                    .anyMatch(line -> line.contains("audit.access.refused") && line.contains("\"role\":\"read\""))
                    .anyMatch(line -> line.contains("audit.reload") && line.contains("\"role\":\"operate\""));
        }
    }

    @OnOldestAndNewest
    @DisplayName("refuses what is malformed, too large, ambiguous or at no exact path, also of who may ask")
    void malformed(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = workspace(directory);
        try (Application service = SERVICE.start(jdk, workspace)) {
            RawHttp http = RawHttp.of(AgentHttp.of(service, workspace).address(), workspace, "token");
            service.awaitSeen("a", 1);
            workspace.source("service: {a: 2}");
            String form = "Content-Type: application/x-www-form-urlencoded";

            for (String method : List.of("GET", "PUT", "DELETE", "OPTIONS", "TRACE", "HEAD")) {
                expect(405, http, http.request(method + " /admin/reload"));
            }
            expect(413, http, http.request("POST /admin/reload", form, "Content-Length: 100000") + "x".repeat(100_000));
            expect(413, http, http.request("POST /admin/reload", form, "Content-Length: 999999999"));
            expect(431, http, http.request("POST /admin/reload", "X: " + "x".repeat(100_000)));
            expect(431, http, http.request("POST /admin/reload", "X: y\r\n".repeat(5_000) + "X: y"));
            expect(431, http, http.request("POST /" + "x".repeat(100_000)));
            for (String path : List.of(
                    "//admin/reload",
                    "/admin//reload",
                    "/admin/./reload",
                    "/x/../admin/reload",
                    "/%61dmin/reload",
                    "/admin/%2e/reload",
                    "/admin%2freload",
                    "/ADMIN/reload",
                    "/admin/reload/",
                    "/admin/reload%00",
                    "/admin/reload;x",
                    "/..%2f..%2fetc/passwd",
                    "/../../../etc/passwd")) {
                expect(404, http, http.request("POST " + path));
            }
            expect(400, http, http.request("POST http://127.0.0.1/admin/reload"));
            expect(400, http, http.request("POST /admin/reload\0"));
            expect(400, http, http.request("POST /admin/reload", "X: a\0b"));
            expect(400, http, http.request("POST /admin/reload", "X: a\nForged: b"));
            expect(400, http, http.request("POST /admin/reload", " folded"));
            expect(400, http, http.request("POST /admin/reload", form, "Content-Length: 0", "Content-Length: 5"));
            expect(
                    411,
                    http,
                    http.request("POST /admin/reload", form, "Content-Length: 0", "Transfer-Encoding: chunked"));
            expect(411, http, http.request("POST /admin/reload", form, "Transfer-Encoding: chunked") + "0\r\n\r\n");
            expect(400, http, http.request("POST /admin/reload?class=java.lang.Runtime"));
            expect(400, http, http.request("POST /admin/reload?source=/etc/passwd"));

            service.awaitSeen("a", 1);
            assertUnaffected(service, workspace);
        }
    }

    @OnOldestAndNewest
    @DisplayName("answers requests on one connection each by its own right, and nothing behind one that was refused")
    void pipelining(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = workspace(directory);
        try (Application service = SERVICE.start(jdk, workspace)) {
            RawHttp http = RawHttp.of(AgentHttp.of(service, workspace).address(), workspace, "token");
            service.awaitSeen("a", 1);
            workspace.source("service: {a: 2}");
            String health = bare("GET /admin/health", http.host(), http.bearer());

            assertThat(statuses(http.send(health + health + http.request("GET /admin/health"))))
                    .containsExactly("200", "200", "200");
            assertThat(statuses(http.send(health + bare("POST /admin/reload", http.host()) + health)))
                    .containsExactly("200", "401");
            String hidden = http.request("POST /admin/reload");
            assertThat(statuses(http.send(
                            bare("GET /admin/health", http.host(), http.bearer(), "Transfer-Encoding: chunked")
                                    + hidden)))
                    .containsExactly("411");
            assertThat(statuses(http.send(
                            bare("POST /nothing", http.host(), http.bearer(), "Content-Length: 500") + hidden)))
                    .containsExactly("404");

            service.awaitSeen("a", 1);
            assertUnaffected(service, workspace);
        }
    }

    @OnOldestAndNewest
    @DisplayName(
            "repeats what clients send, and what values hold, as data only: in answers, in the log and in the audit")
    void injection(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = workspace(directory);
        try (Application service = SERVICE.start(jdk, workspace)) {
            AgentHttp operator = AgentHttp.of(service, workspace);
            RawHttp http = RawHttp.of(operator.address(), workspace, "token");
            service.awaitSeen("a", 1);

            String reason = "%0d%0a[reload-agent]%20forged%1b[31m%22}%0aSet-Cookie:%20x%3Cscript%3E";
            workspace.source("service: {a: 2}", "database: {password: 1" + CANARY.substring(1, 9) + "}");
            String answer = http.send(http.request("POST /admin/reload?reason=" + reason));
            answers.add(answer);
            assertThat(answer).startsWith("HTTP/1.1 200 ").contains("X-Content-Type-Options: nosniff\r\n");
            assertThat(answer.substring(0, answer.indexOf("\r\n\r\n"))).doesNotContain("Set-Cookie");
            assertThat(json(answer).path("reason").asText())
                    .isEqualTo("\r\n[reload-agent] forged\u001b[31m\"}\nSet-Cookie: x<script>");
            workspace.source("service: {a: '<script>alert(1)</script>'}");
            expect(409, http, http.request("POST /admin/reload"));
            answer = answers.get(answers.size() - 1);
            assertThat(answer).contains("Content-Type: application/problem+json\r\n", "nosniff");
            assertThat(json(answer).path("detail").asText())
                    .isEqualTo(json(answer).path("message").asText())
                    .contains("<script>");
            assertThat(json(answer).path("status").asInt()).isEqualTo(409);

            assertThat(service.stderr())
                    .noneMatch(line -> line.startsWith("[reload-agent] forged"))
                    .noneMatch(line -> line.startsWith("Set-Cookie"))
                    .noneMatch(line -> line.contains("\u001b"));
            service.awaitSeen("a", 1, 2);
            assertUnaffected(service, workspace);
            for (String line : Files.readAllLines(workspace.file("audit.log"))) {
                assertThat(new ObjectMapper().readTree(line).isObject())
                        .as(line)
                        .isTrue();
            }
        }
    }

    private static Workspace workspace(Path directory) {
        return new Workspace(directory).source("service: {a: 1}", "database: {password: " + CANARY + "}");
    }

    private void expect(int status, RawHttp http, String request) throws IOException {
        String answer = http.send(request);
        answers.add(answer);
        assertThat(answer).as(request.lines().findFirst().orElse("")).startsWith("HTTP/1.1 " + status + " ");
    }

    private static List<String> statuses(String answers) {
        return answers.lines()
                .filter(line -> line.contains("HTTP/1.1 "))
                .map(line -> line.substring(line.indexOf("HTTP/1.1 ") + 9).substring(0, 3))
                .toList();
    }

    private static JsonNode json(String answer) throws IOException {
        return new ObjectMapper().readTree(answer.substring(answer.indexOf("\r\n\r\n")));
    }

    /** It ends by itself with status 0, and nothing has told a secret. */
    private void assertUnaffected(Application service, Workspace workspace) throws IOException {
        service.endInput();
        assertThat(service.awaitExit()).isZero();
        List<String> told = new ArrayList<>(answers);
        told.addAll(service.stderr());
        told.addAll(service.stdout());
        if (Files.exists(workspace.file("audit.log"))) {
            told.addAll(Files.readAllLines(workspace.file("audit.log")));
        }
        for (String secret : List.of(
                CANARY.substring(1, 9),
                Files.readString(workspace.file("token")).trim(),
                Files.readString(workspace.file("read-token")).trim())) {
            assertThat(told).noneMatch(text -> text.contains(secret));
        }
    }
}
