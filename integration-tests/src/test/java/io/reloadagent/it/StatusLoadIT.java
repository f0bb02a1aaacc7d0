package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Many who ask for the status")
class StatusLoadIT {

    private static final int CLIENTS = 50;
    private static final int RELOADS = 20;
    private static final int ANSWERS = 1_000;

    @OnOldestAndNewest
    @DisplayName("are all answered, fifty at once, while reloads run")
    void status(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("service: {a: 1}");
        Launch launch = Launch.annotated("com.acme.service.ServiceMain")
                .withSource(
                        "reload.watch=false",
                        "reload.settle=20ms",
                        "http.address=127.0.0.1:0",
                        "http.token-file=token");
        try (Application service = launch.start(jdk, workspace)) {
            AgentHttp http = AgentHttp.of(service, workspace);
            service.awaitSeen("a", 1);
            AtomicBoolean goesOn = new AtomicBoolean(true);
            AtomicInteger answers = new AtomicInteger();
            Queue<String> failures = new ConcurrentLinkedQueue<>();
            List<Thread> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                Thread client = new Thread(() -> {
                    while (goesOn.get()) {
                        ask(http, answers, failures);
                    }
                });
                clients.add(client);
                client.start();
            }
            try {
                for (int version = 2; version < RELOADS + 2; version++) {
                    workspace.source("service: {a: " + version + "}");
                    HttpResponse<String> reload = http.reload("");
                    assertThat(reload.statusCode()).as(reload.body()).isEqualTo(200);
                }
                await().atMost(Application.PATIENCE).until(() -> answers.get() + failures.size() >= ANSWERS);
            } finally {
                goesOn.set(false);
                for (Thread client : clients) {
                    client.join();
                }
            }
            assertThat(failures).isEmpty();
            assertThat(http.status().path("version").asInt()).isEqualTo(RELOADS + 1);
        }
    }

    private static void ask(AgentHttp http, AtomicInteger answers, Queue<String> failures) {
        try {
            HttpResponse<String> answer = http.ask("/admin/status");
            if (answer.statusCode() == 200) {
                answers.incrementAndGet();
            } else {
                failures.add(answer.statusCode() + " " + answer.body());
            }
        } catch (Exception broken) {
            failures.add(broken.toString());
        }
    }
}
