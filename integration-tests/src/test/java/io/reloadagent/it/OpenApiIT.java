package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.reloadagent.it.PlainRequests.RawAnswer;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The OpenAPI document")
class OpenApiIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final int STREAMS = 8;

    /** Before anybody has shown the token, of which ten a minute are told apart: these are tried in turn, at one operation each. */
    private static final Set<String> BEFORE_THE_TOKEN = Set.of("401", "403", "421");

    /** A fault of the agent; and a reload that has no result in time, of which this one makes a roll back. */
    private static final Set<String> NOT_PROVOKED = Set.of("500", "POST /admin/reload 503", "POST /admin/rollback 503");

    private static final Launch SERVICE = Launch.annotated("com.acme.service.ServiceMain")
            .withSource(
                    "reload.watch=false",
                    "reload.settle=20ms",
                    "reload.backoff.base=30s",
                    "http.address=127.0.0.1:0",
                    "http.token-file=token",
                    "history.dir=history");

    private final Set<String> seen = new TreeSet<>();
    private JsonNode document;
    private OpenApiInteractionValidator validator;
    private PlainRequests http;

    @OnOldestAndNewest
    @DisplayName(
            "describes every endpoint there is, no other, and every answer that can be provoked, without a member too many")
    void answers(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("service: {a: 1}", "database: {password: 1}");
        try (Application service = SERVICE.start(jdk, workspace)) {
            AgentHttp client = AgentHttp.of(service, workspace);
            service.awaitSeen("a", 1);
            http = new PlainRequests(
                    client.address(), Files.readString(workspace.file("token")).trim());
            document = client.get("/admin/openapi.json");
            validator = OpenApiInteractionValidator.createForInlineApiSpecification(document.toString())
                    .build();

            assertStrict();
            assertEndpoints();
            whatIsDone(service, workspace);
            eventsAreFull();
            for (String operation : operations()) {
                if (needsToken(operation)) {
                    malformed(operation);
                }
            }
            refused();
            assertThat(service.stderr()).noneMatch(line -> line.contains("An HTTP request failed"));
        }
        assertAllSeen();
    }

    /** That what is wrong is noticed at all. */
    private void assertStrict() {
        String health = "{\"status\":\"UP\",\"state\":\"READY\",\"version\":1,\"problems\":[]%s}";
        assertThat(errors("GET", "/admin/health", 200, "application/json", health.formatted("")))
                .isEmpty();
        assertThat(errors("GET", "/admin/health", 200, "application/json", health.formatted(",\"more\":1")))
                .isNotEmpty();
        assertThat(errors("GET", "/admin/health", 200, "application/json", "{\"status\":\"UP\"}"))
                .isNotEmpty();
        assertThat(errors("GET", "/admin/health", 202, "application/json", health.formatted("")))
                .isNotEmpty();
        assertThat(errors("GET", "/admin/health", 200, "text/html", health.formatted("")))
                .isNotEmpty();
    }

    private void assertEndpoints() throws IOException {
        RawAnswer nothing = http.ask("GET", "/admin/nothing", "");
        assertThat(nothing.status()).isEqualTo(404);
        String detail = JSON.readTree(nothing.body()).path("detail").asText();
        String list = detail.substring(detail.indexOf("there are ") + "there are ".length());
        assertThat(list.split(", ")).containsExactlyInAnyOrderElementsOf(paths());

        Set<String> documented = operations();
        for (String path : paths()) {
            Set<String> allowed = new LinkedHashSet<>();
            METHODS.stream()
                    .filter(method -> documented.contains(method + " " + path))
                    .forEach(allowed::add);
            for (String method : METHODS) {
                if (!allowed.contains(method)) {
                    RawAnswer answer = http.ask(method, path, "");
                    assertThat(answer.status()).as(method + " " + path).isEqualTo(405);
                    assertThat(answer.header("Allow")).isEqualTo(String.join(", ", allowed));
                }
            }
        }
    }

    private void whatIsDone(Application service, Workspace workspace) throws Exception {
        ask("GET /admin/status", "");
        ask("GET /admin/health", "");
        ask("GET /admin/openapi.json", "");
        ask("GET /metrics", "");
        ask("GET /admin/events", "");
        check("POST /admin/log-level", http.form("POST", "/admin/log-level", "level=debug&reason=look"));
        workspace.source("service: {a: 2, timeout: 3s}", "database: {password: 2}", "mail: {port: 25}");
        check("POST /admin/reload", http.form("POST", "/admin/reload", "dryRun=true&section=service"));
        check("POST /admin/reload", http.form("POST", "/admin/reload", "reason=ticket-4711"));
        check("POST /admin/rollback", http.form("POST", "/admin/rollback", "version=1&reason=slower"));
        ask("GET /admin/history/diff", "?from=1&to=2");
        ask("GET /admin/config", "");

        workspace.source("service: {a: much, b: more}");
        assertThat(check("POST /admin/reload", http.form("POST", "/admin/reload", "")))
                .isEqualTo(409);
        assertThat(check("POST /admin/reload", http.form("POST", "/admin/reload", "")))
                .isEqualTo(429);
        assertThat(ask("GET /admin/health", "")).isEqualTo(503);
        assertThat(check("POST /admin/reload", http.form("POST", "/admin/reload", "dryRun=true")))
                .isEqualTo(409);
        check("POST /admin/breaker/reset", http.form("POST", "/admin/breaker/reset", "reason=mended"));

        service.ask("modules pool");
        service.ask("behave pool exception");
        assertThat(check("POST /admin/rollback", http.form("POST", "/admin/rollback", "version=2")))
                .isEqualTo(409);
        service.ask("behave pool refuse");
        workspace.source("service: {a: 5, b: 6}");
        assertThat(check("POST /admin/reload", http.form("POST", "/admin/reload", "")))
                .isEqualTo(409);
        ask("GET /admin/history", "");
        ask("GET /admin/config", "");
        ask("GET /admin/status", "");
    }

    private void eventsAreFull() throws IOException {
        List<Socket> streams = new ArrayList<>();
        try {
            for (int i = 0; i < STREAMS; i++) {
                streams.add(http.open("/admin/events"));
            }
            await().atMost(Application.PATIENCE).until(() -> ask("GET /admin/events", "") == 503);
        } finally {
            for (Socket stream : streams) {
                stream.close();
            }
        }
    }

    private void malformed(String operation) throws IOException {
        String method = operation.split(" ")[0];
        String path = operation.split(" ")[1];
        String form = "Content-Type: application/x-www-form-urlencoded";
        expect(400, operation, http.ask(method, path + "?nonsense=1", ""));
        expect(411, operation, http.ask(method, path, "", form, "Transfer-Encoding: chunked"));
        expect(413, operation, http.ask(method, path, "", form, "Content-Length: 100000"));
        expect(415, operation, http.ask(method, path, "", "Content-Type: text/plain", "Content-Length: 0"));
        expect(417, operation, http.ask(method, path, "a=b", form, "Content-Length: 3", "Expect: much"));
        expect(431, operation, http.ask(method, path, "", "X-Long: " + "x".repeat(9000)));
    }

    /** Ten are told why; then all are told to wait. */
    private void refused() throws IOException {
        String host = "Host: " + http.authority();
        for (String method : List.of("GET", "HEAD")) {
            expect(200, method + " /", http.send(method, "/", "", host));
            expect(400, method + " /", http.send(method, "/", ""));
        }
        expect(431, "GET /", http.send("GET", "/", "", host, "X-Long: " + "x".repeat(9000)));
        int kind = 0;
        List<String> withToken = operations().stream().filter(this::needsToken).toList();
        for (String operation : withToken.subList(0, 6)) {
            String method = operation.split(" ")[0];
            String path = operation.split(" ")[1];
            switch (kind++ % 3) {
                case 0 -> expect(401, operation, http.send(method, path, "", host));
                case 1 -> expect(403, operation, http.send(method, path, "", host, "Origin: http://evil.example"));
                default -> expect(421, operation, http.send(method, path, "", "Host: evil.example"));
            }
        }
        RawAnswer answer = http.send("GET", "/admin/status", "", host);
        for (int more = 0; more < 10 && answer.status() == 401; more++) {
            answer = http.send("GET", "/admin/status", "", host);
        }
        assertThat(answer.status()).isEqualTo(429);
        for (String operation : operations()) {
            String asked = needsToken(operation) ? host : "Host: evil.example";
            expect(429, operation, http.send(operation.split(" ")[0], operation.split(" ")[1], "", asked));
        }
    }

    private void assertAllSeen() {
        Set<String> wanted = new TreeSet<>();
        Set<String> inTurn = new TreeSet<>();
        for (String operation : operations()) {
            JsonNode responses = document.path("paths")
                    .path(operation.split(" ")[1])
                    .path(operation.split(" ")[0].toLowerCase(Locale.ROOT))
                    .path("responses");
            responses.fieldNames().forEachRemaining(status -> {
                if (BEFORE_THE_TOKEN.contains(status)) {
                    inTurn.add(status);
                } else if (!NOT_PROVOKED.contains(status) && !NOT_PROVOKED.contains(operation + " " + status)) {
                    wanted.add(operation + " " + status);
                }
            });
        }
        assertThat(seen).containsAll(wanted);
        assertThat(inTurn)
                .containsExactlyInAnyOrderElementsOf(BEFORE_THE_TOKEN)
                .allSatisfy(status -> assertThat(seen).anyMatch(one -> one.endsWith(" " + status)));
    }

    /** Of an operation that is documented, {@code GET /admin/status}. */
    private int ask(String operation, String query) throws IOException {
        if (!operations().contains(operation)) {
            return 0;
        }
        return check(operation, http.ask(operation.split(" ")[0], operation.split(" ")[1] + query, ""));
    }

    private void expect(int status, String operation, RawAnswer answer) {
        assertThat(check(operation, answer))
                .as(operation + "%n" + answer.body())
                .isEqualTo(status);
    }

    private int check(String operation, RawAnswer answer) {
        String[] words = operation.split(" ");
        assertThat(errors(words[0], words[1], answer.status(), answer.header("Content-Type"), answer.body()))
                .as("%s: %s%n%s", operation, answer.status(), answer.body())
                .isEmpty();
        seen.add(operation + " " + answer.status());
        return answer.status();
    }

    private List<String> errors(String method, String path, int status, String type, String body) {
        SimpleResponse response = SimpleResponse.Builder.status(status)
                .withContentType(type)
                .withBody(body)
                .build();
        return validator.validateResponse(path, Request.Method.valueOf(method), response).getMessages().stream()
                .filter(message -> message.getLevel() != ValidationReport.Level.IGNORE)
                .map(ValidationReport.Message::toString)
                .toList();
    }

    private List<String> paths() {
        List<String> paths = new ArrayList<>();
        document.path("paths").fieldNames().forEachRemaining(paths::add);
        return paths;
    }

    private boolean needsToken(String operation) {
        String[] words = operation.split(" ");
        return !document.path("paths")
                .path(words[1])
                .path(words[0].toLowerCase(Locale.ROOT))
                .has("security");
    }

    private Set<String> operations() {
        Set<String> operations = new LinkedHashSet<>();
        for (String path : paths()) {
            Iterator<String> methods = document.path("paths").path(path).fieldNames();
            methods.forEachRemaining(method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path));
        }
        return operations;
    }
}
