package io.reloadagent.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What one read of an {@code int} field costs; JMH consumes the value. All run in JVMs with the agent. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ReadBenchmark {

    private final PlainSettings plain = new PlainSettings();
    private final OverriddenSettings overridden = new OverriddenSettings();
    private final OwnSettings own = new OwnSettings();
    private final HidingSettings hiding = new HidingSettings();

    @Setup
    public void check() {
        Values.check("a plain field", plainInstance(), Values.OWN);
        Values.check("a plain static field", plainStatic(), Values.OWN);
        Values.check("an overridden field", overriddenInstance(), Values.SOURCE);
        Values.check("an overridden static field", overriddenStatic(), Values.SOURCE);
        Values.check("a field that is not overridden", ownInstance(), Values.OWN);
        Values.check("a static field that is not overridden", ownStatic(), Values.OWN);
        Values.check("a field that hides a dynamic one", hidingInstance(), Values.OWN);
        Values.check("a static field that hides a dynamic one", hidingStatic(), Values.OWN);
    }

    @Benchmark
    public int plainInstance() {
        return plain.size;
    }

    @Benchmark
    public int plainStatic() {
        return PlainSettings.limit;
    }

    @Benchmark
    public int overriddenInstance() {
        return overridden.size;
    }

    @Benchmark
    public int overriddenStatic() {
        return OverriddenSettings.limit;
    }

    @Benchmark
    public int ownInstance() {
        return own.size;
    }

    @Benchmark
    public int ownStatic() {
        return OwnSettings.limit;
    }

    @Benchmark
    public int hidingInstance() {
        return hiding.size;
    }

    @Benchmark
    public int hidingStatic() {
        return HidingSettings.limit;
    }
}
