package io.reloadagent.reload;

import static org.assertj.core.api.Assertions.assertThat;

import io.reloadagent.source.SourceFiles;
import io.reloadagent.source.Sources;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoThreadTest {

    @TempDir
    Path directory;

    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private boolean exhausted = true;

    @Test
    void aRequestThatFindsNoThreadIsRefusedAndTheNextOneIsNotHeldUp() throws Exception {
        try (Reloading reloading = new Reloading(directory, "pool: {size: 5}")) {
            ScheduledExecutorService executor = new ScheduledThreadPoolExecutor(0) {
                @Override
                public void execute(Runnable task) {
                    if (exhausted) {
                        throw new OutOfMemoryError("unable to create native thread");
                    }
                    tasks.add(task);
                }
            };
            Sources sources = SourceFiles.of(Duration.ZERO, directory.resolve("app.yaml"));
            Coordinator coordinator = new Coordinator(
                    reloading.setup,
                    executor,
                    reloading.breaker,
                    new ResultView(path -> false, Set::of),
                    reloading.log.log(),
                    sources.read());
            Request request = Request.of(Trigger.API, "test", null);
            assertThat(coordinator.request(request).get().outcome()).isEqualTo(Outcome.REFUSED);
            exhausted = false;
            reloading.size();
            reloading.write("pool: {size: 6}");
            CompletableFuture<Result> second = coordinator.request(request);
            tasks.remove().run();
            assertThat(second.get().outcome()).isEqualTo(Outcome.APPLIED);
        }
    }
}
