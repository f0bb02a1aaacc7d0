package io.reloadagent.benchmarks;

import static io.reloadagent.benchmarks.ReadBenchmark.again;

import io.reloadagent.api.ConfigChange;
import io.reloadagent.api.ReloadAgent;
import io.reloadagent.api.ReloadContext;
import io.reloadagent.api.ReloadResult;
import io.reloadagent.api.Reloadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What one read costs while a reload is under way that changes the field: a module keeps it waiting throughout. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ReloadingReadBenchmark implements Reloadable {

    private static final String CHANGING = "reloading: {limit: 7, size: 7}";
    private static final String CHANGED = "reloading: {limit: 8, size: 8}";

    private final Path source = Path.of(System.getProperty("benchmark.source", ""));
    private final ReloadingSettings reloading = new ReloadingSettings();
    private final CountDownLatch called = new CountDownLatch(1);
    private final CountDownLatch measured = new CountDownLatch(1);
    private String before;
    private CompletableFuture<ReloadResult> result;

    @Setup
    public void beginReload() throws IOException, InterruptedException {
        checkReads(Values.SOURCE);
        before = Files.readString(source);
        Files.writeString(source, before.replace(CHANGING, CHANGED));
        result = ReloadAgent.requestReload();
        if (!called.await(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the reload does not arrive at its module: " + result);
        }
        checkReads(Values.SOURCE);
    }

    private void checkReads(int expected) {
        Values.check("a field", reloadingInstance() / ReadBenchmark.READS, expected);
        Values.check("a static field", reloadingStatic() / ReadBenchmark.READS, expected);
    }

    @Override
    public void reload(ReloadContext context, List<ConfigChange> changes) throws InterruptedException {
        called.countDown();
        measured.await();
    }

    @TearDown
    public void endReload() throws Exception {
        Files.writeString(source, before);
        measured.countDown();
        result.get();
        checkReads(Values.SOURCE + 1);
    }

    @Benchmark
    @OperationsPerInvocation(ReadBenchmark.READS)
    public int reloadingInstance() {
        return reloadingInstance8()
                + again()
                + reloadingInstance8()
                + again()
                + reloadingInstance8()
                + again()
                + reloadingInstance8()
                + again()
                + reloadingInstance8()
                + again()
                + reloadingInstance8()
                + again()
                + reloadingInstance8()
                + again()
                + reloadingInstance8();
    }

    private int reloadingInstance8() {
        return reloading.size
                + again()
                + reloading.size
                + again()
                + reloading.size
                + again()
                + reloading.size
                + again()
                + reloading.size
                + again()
                + reloading.size
                + again()
                + reloading.size
                + again()
                + reloading.size;
    }

    @Benchmark
    @OperationsPerInvocation(ReadBenchmark.READS)
    public int reloadingStatic() {
        return reloadingStatic8()
                + again()
                + reloadingStatic8()
                + again()
                + reloadingStatic8()
                + again()
                + reloadingStatic8()
                + again()
                + reloadingStatic8()
                + again()
                + reloadingStatic8()
                + again()
                + reloadingStatic8()
                + again()
                + reloadingStatic8();
    }

    private int reloadingStatic8() {
        return ReloadingSettings.limit
                + again()
                + ReloadingSettings.limit
                + again()
                + ReloadingSettings.limit
                + again()
                + ReloadingSettings.limit
                + again()
                + ReloadingSettings.limit
                + again()
                + ReloadingSettings.limit
                + again()
                + ReloadingSettings.limit
                + again()
                + ReloadingSettings.limit;
    }
}
