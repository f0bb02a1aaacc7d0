package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client of an application's agent, with the token that the agent made. */
final class AgentHttp {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern LISTENS = Pattern.compile("HTTP listens at (\\S+?)/?, token in (\\S+)");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;
    private final String token;

    private AgentHttp(URI address, String token) {
        this.address = address;
        this.token = token;
    }

    /** Waits until the agent says where it listens. */
    static AgentHttp of(Application application, Workspace workspace) throws IOException {
        return of(application, workspace, "token");
    }

    /** The same with the name of the token's file. */
    static AgentHttp of(Application application, Workspace workspace, String tokenName) throws IOException {
        Matcher line = LISTENS.matcher(application.awaitStderr("HTTP listens at"));
        if (!line.find()) {
            throw new AssertionError("the agent does not say where it listens: " + application);
        }
        Path tokenFile = workspace.file(tokenName);
        return new AgentHttp(
                URI.create("http://" + line.group(1).replace("http://", "")),
                Files.readString(tokenFile).trim());
    }

    /** Where the agent listens. */
    URI address() {
        return address;
    }

    /** {@code POST /admin/reload} with a form, {@code reason=why} for example, and the token. */
    HttpResponse<String> reload(String form) throws IOException, InterruptedException {
        return client.send(
                request(form).header("Authorization", "Bearer " + token).build(), BodyHandlers.ofString());
    }

    /** {@code POST} with a form to {@code /admin/rollback}, say. */
    HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofString(form))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    /** {@code GET /admin/status}. */
    JsonNode status() throws IOException, InterruptedException {
        return get("/admin/status");
    }

    /** What is at {@code /admin/history}, say. */
    JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = ask(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    /** The answer to {@code GET}, whatever it is. */
    HttpResponse<String> ask(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                .header("Authorization", "Bearer " + token)
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    /** What is at {@code /metrics}, say, as text. */
    String text(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = ask(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    /** {@code GET /admin/events}, from now on. */
    EventLine events() throws IOException, InterruptedException {
        return EventLine.reading(openEventsWithoutReading());
    }

    /** The same, for a test that leaves alone what comes. */
    InputStream openEventsWithoutReading() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/admin/events"))
                .header("Authorization", "Bearer " + token)
                .build();
        HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    CompletableFuture<HttpResponse<String>> reloadAsync(String form) {
        return client.sendAsync(
                request(form).header("Authorization", "Bearer " + token).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> reloadWithToken(String otherToken) throws IOException, InterruptedException {
        return client.send(
                request("").header("Authorization", "Bearer " + otherToken).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> reloadWithoutToken() throws IOException, InterruptedException {
        return client.send(request("").build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String form) {
        return HttpRequest.newBuilder(address.resolve("/admin/reload"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
    }

    static JsonNode json(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }
}
