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

/**
 * What one read of an {@code int} field costs whose instances are bound to paths of their own: of 1,000 instances in no
 * order, ten for each of 100 paths.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class InstanceBenchmark {

    private static final int INSTANCES = 1_000;
    private static final int BINDINGS = 100;

    /** A power of two. */
    private static final int READS = 4_096;

    private final PlainSettings[] plain = new PlainSettings[READS];
    private final BoundSettings[] bound = new BoundSettings[READS];
    private int next;

    @Setup
    public void bind() {
        PlainSettings[] plainInstances = new PlainSettings[INSTANCES];
        BoundSettings[] boundInstances = new BoundSettings[INSTANCES];
        for (int i = 0; i < INSTANCES; i++) {
            plainInstances[i] = new PlainSettings();
            boundInstances[i] = new BoundSettings(String.format("p%02d", i % BINDINGS));
        }
        Random random = new Random(1);
        for (int i = 0; i < READS; i++) {
            int instance = random.nextInt(INSTANCES);
            plain[i] = plainInstances[instance];
            bound[i] = boundInstances[instance];
        }
        for (BoundSettings settings : bound) {
            Values.check("the field of a bound instance", settings.size, Values.SOURCE);
        }
    }

    @Benchmark
    public int plainOfMany() {
        return plain[next++ & (READS - 1)].size;
    }

    @Benchmark
    public int boundOfMany() {
        return bound[next++ & (READS - 1)].size;
    }
}
