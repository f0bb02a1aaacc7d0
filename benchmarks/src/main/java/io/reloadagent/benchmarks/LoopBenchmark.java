package io.reloadagent.benchmarks;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What a loop costs that reads a field 1,024 times, and that the JVM vectorises if the read does not stop it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LoopBenchmark {

    private final int[] data = new Random(1).ints(1024).toArray();
    private final PlainSettings plain = new PlainSettings();
    private final OverriddenSettings overridden = new OverriddenSettings();
    private final OwnSettings own = new OwnSettings();

    @Setup
    public void check() {
        Values.check("a plain field", plain.size, Values.OWN);
        Values.check("an overridden field", overridden.size, Values.SOURCE);
        Values.check("a field that is not overridden", own.size, Values.OWN);
    }

    @Benchmark
    public int plainLoop() {
        int sum = 0;
        for (int item : data) {
            sum += item * plain.size;
        }
        return sum;
    }

    /** What the overridden one is to be compared with: the JIT compiler multiplies by a constant otherwise. */
    @Benchmark
    public int constantLoop() {
        int sum = 0;
        for (int item : data) {
            sum += item * Values.SOURCE;
        }
        return sum;
    }

    @Benchmark
    public int overriddenLoop() {
        int sum = 0;
        for (int item : data) {
            sum += item * overridden.size;
        }
        return sum;
    }

    @Benchmark
    public int ownLoop() {
        int sum = 0;
        for (int item : data) {
            sum += item * own.size;
        }
        return sum;
    }
}
