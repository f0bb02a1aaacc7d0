package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Jetty 12, whose fields follow by rules alone under requests")
class JettyIT {

    private static final List<Path> JETTY = Libraries.of("jetty-12");

    private final HttpClient client = HttpClient.newHttpClient();

    @OnEveryModernJdk
    @DisplayName("takes larger posts, and no longer tells its version, when the file says so; no request is harmed")
    void underRequests(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory)
                .configuration(
                        "sources: [{file: app.yaml}]",
                        "dynamic:",
                        "  - class: org.eclipse.jetty.server.handler.SizeLimitHandler",
                        "    fields: {_requestLimit: {path: front.most-bytes, as: size}}",
                        "  - class: org.eclipse.jetty.server.HttpConfiguration",
                        "    fields: {_sendServerVersion: front.tell-version}")
                .source("front: {most-bytes: 1000, tell-version: true}");
        try (Application front = front(directory).withConfiguration().start(jdk, workspace)) {
            URI address = address(front);
            AtomicBoolean enough = new AtomicBoolean();
            CompletableFuture<ConcurrentHashMap.KeySetView<String, Boolean>> small =
                    CompletableFuture.supplyAsync(() -> answersTo(address, enough));

            assertThat(post(address, 2000).statusCode()).isEqualTo(413);
            assertThat(post(address, 10).headers().firstValue("Server")).isPresent();

            workspace.source("front: {most-bytes: 1MB, tell-version: false}");
            await("a large post")
                    .atMost(Application.PATIENCE)
                    .until(() -> post(address, 2000).statusCode() == 200);
            HttpResponse<String> large = post(address, 2000);
            assertThat(large.body()).isEqualTo("took 2000");
            assertThat(large.headers().firstValue("Server")).isEmpty();

            workspace.source("front: {most-bytes: 1000, tell-version: true}");
            await("its own limit")
                    .atMost(Application.PATIENCE)
                    .until(() -> post(address, 2000).statusCode() == 413);
            assertThat(post(address, 10).headers().firstValue("Server")).isPresent();
            enough.set(true);
            assertThat(small.join()).containsExactly("200 took 10");
        }
    }

    private static Launch front(Path directory) {
        Path classes = new Compilation("jetty", 17, JETTY).into(directory.resolve("front"));
        return Launch.of(
                "com.acme.front.FrontMain",
                Stream.concat(Stream.of(classes), JETTY.stream()).toArray(Path[]::new));
    }

    private static URI address(Application front) {
        front.awaitStdout("listens at ");
        String line = front.stdout().get(front.stdout().size() - 1);
        return URI.create("http://127.0.0.1:" + line.substring("listens at ".length()) + "/");
    }

    /** All different answers to small posts, until it is enough. */
    private ConcurrentHashMap.KeySetView<String, Boolean> answersTo(URI address, AtomicBoolean enough) {
        ConcurrentHashMap.KeySetView<String, Boolean> answers = ConcurrentHashMap.newKeySet();
        while (!enough.get()) {
            try {
                HttpResponse<String> answer = post(address, 10);
                answers.add(answer.statusCode() + " " + answer.body());
            } catch (IOException | InterruptedException e) {
                answers.add(e.toString());
                return answers;
            }
        }
        return answers;
    }

    private HttpResponse<String> post(URI address, int bytes) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .POST(BodyPublishers.ofByteArray(new byte[bytes]))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
