package io.reloadagent.benchmarks;

import io.reloadagent.api.Pinned;
import io.reloadagent.api.PinnedScope;
import io.reloadagent.api.ReloadAgent;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What it costs to open a pinned scope and to close it, with a read of a dynamic field in it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PinBenchmark {

    private final OverriddenSettings overridden = new OverriddenSettings();

    @Benchmark
    public int unpinned() {
        return overridden.size;
    }

    @Benchmark
    public int pinnedScope() {
        try (PinnedScope scope = ReloadAgent.pin()) {
            return overridden.size;
        }
    }

    @Pinned
    @Benchmark
    public int pinnedMethod() {
        return overridden.size;
    }
}
