package io.reloadagent.benchmarks;

import static io.reloadagent.benchmarks.ReadBenchmark.READS;
import static io.reloadagent.benchmarks.ReadBenchmark.again;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What it costs to ask a {@code boolean} field in a condition, as {@link ReadBenchmark} measures it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FlagBenchmark {

    private final PlainSettings plain = new PlainSettings();
    private final OverriddenSettings overridden = new OverriddenSettings();
    private final OwnSettings own = new OwnSettings();

    @Setup
    public void check() {
        Values.check("flags", plainInstanceFlag() + plainStaticFlag() + ownInstanceFlag() + ownStaticFlag(), 4 * READS);
        Values.check("flags of the source", overriddenInstanceFlag() + overriddenStaticFlag(), 2 * READS);
    }

    @Benchmark
    @OperationsPerInvocation(READS)
    public int plainInstanceFlag() {
        return plainInstanceFlag8()
                + again()
                + plainInstanceFlag8()
                + again()
                + plainInstanceFlag8()
                + again()
                + plainInstanceFlag8()
                + again()
                + plainInstanceFlag8()
                + again()
                + plainInstanceFlag8()
                + again()
                + plainInstanceFlag8()
                + again()
                + plainInstanceFlag8();
    }

    private int plainInstanceFlag8() {
        return (plain.enabled ? 1 : again())
                + again()
                + (plain.enabled ? 1 : again())
                + again()
                + (plain.enabled ? 1 : again())
                + again()
                + (plain.enabled ? 1 : again())
                + again()
                + (plain.enabled ? 1 : again())
                + again()
                + (plain.enabled ? 1 : again())
                + again()
                + (plain.enabled ? 1 : again())
                + again()
                + (plain.enabled ? 1 : again());
    }

    @Benchmark
    @OperationsPerInvocation(READS)
    public int plainStaticFlag() {
        return plainStaticFlag8()
                + again()
                + plainStaticFlag8()
                + again()
                + plainStaticFlag8()
                + again()
                + plainStaticFlag8()
                + again()
                + plainStaticFlag8()
                + again()
                + plainStaticFlag8()
                + again()
                + plainStaticFlag8()
                + again()
                + plainStaticFlag8();
    }

    private int plainStaticFlag8() {
        return (PlainSettings.strict ? 1 : again())
                + again()
                + (PlainSettings.strict ? 1 : again())
                + again()
                + (PlainSettings.strict ? 1 : again())
                + again()
                + (PlainSettings.strict ? 1 : again())
                + again()
                + (PlainSettings.strict ? 1 : again())
                + again()
                + (PlainSettings.strict ? 1 : again())
                + again()
                + (PlainSettings.strict ? 1 : again())
                + again()
                + (PlainSettings.strict ? 1 : again());
    }

    @Benchmark
    @OperationsPerInvocation(READS)
    public int overriddenInstanceFlag() {
        return overriddenInstanceFlag8()
                + again()
                + overriddenInstanceFlag8()
                + again()
                + overriddenInstanceFlag8()
                + again()
                + overriddenInstanceFlag8()
                + again()
                + overriddenInstanceFlag8()
                + again()
                + overriddenInstanceFlag8()
                + again()
                + overriddenInstanceFlag8()
                + again()
                + overriddenInstanceFlag8();
    }

    private int overriddenInstanceFlag8() {
        return (overridden.enabled ? 1 : again())
                + again()
                + (overridden.enabled ? 1 : again())
                + again()
                + (overridden.enabled ? 1 : again())
                + again()
                + (overridden.enabled ? 1 : again())
                + again()
                + (overridden.enabled ? 1 : again())
                + again()
                + (overridden.enabled ? 1 : again())
                + again()
                + (overridden.enabled ? 1 : again())
                + again()
                + (overridden.enabled ? 1 : again());
    }

    @Benchmark
    @OperationsPerInvocation(READS)
    public int overriddenStaticFlag() {
        return overriddenStaticFlag8()
                + again()
                + overriddenStaticFlag8()
                + again()
                + overriddenStaticFlag8()
                + again()
                + overriddenStaticFlag8()
                + again()
                + overriddenStaticFlag8()
                + again()
                + overriddenStaticFlag8()
                + again()
                + overriddenStaticFlag8()
                + again()
                + overriddenStaticFlag8();
    }

    private int overriddenStaticFlag8() {
        return (OverriddenSettings.strict ? 1 : again())
                + again()
                + (OverriddenSettings.strict ? 1 : again())
                + again()
                + (OverriddenSettings.strict ? 1 : again())
                + again()
                + (OverriddenSettings.strict ? 1 : again())
                + again()
                + (OverriddenSettings.strict ? 1 : again())
                + again()
                + (OverriddenSettings.strict ? 1 : again())
                + again()
                + (OverriddenSettings.strict ? 1 : again())
                + again()
                + (OverriddenSettings.strict ? 1 : again());
    }

    @Benchmark
    @OperationsPerInvocation(READS)
    public int ownInstanceFlag() {
        return ownInstanceFlag8()
                + again()
                + ownInstanceFlag8()
                + again()
                + ownInstanceFlag8()
                + again()
                + ownInstanceFlag8()
                + again()
                + ownInstanceFlag8()
                + again()
                + ownInstanceFlag8()
                + again()
                + ownInstanceFlag8()
                + again()
                + ownInstanceFlag8();
    }

    private int ownInstanceFlag8() {
        return (own.enabled ? 1 : again())
                + again()
                + (own.enabled ? 1 : again())
                + again()
                + (own.enabled ? 1 : again())
                + again()
                + (own.enabled ? 1 : again())
                + again()
                + (own.enabled ? 1 : again())
                + again()
                + (own.enabled ? 1 : again())
                + again()
                + (own.enabled ? 1 : again())
                + again()
                + (own.enabled ? 1 : again());
    }

    @Benchmark
    @OperationsPerInvocation(READS)
    public int ownStaticFlag() {
        return ownStaticFlag8()
                + again()
                + ownStaticFlag8()
                + again()
                + ownStaticFlag8()
                + again()
                + ownStaticFlag8()
                + again()
                + ownStaticFlag8()
                + again()
                + ownStaticFlag8()
                + again()
                + ownStaticFlag8()
                + again()
                + ownStaticFlag8();
    }

    private int ownStaticFlag8() {
        return (OwnSettings.strict ? 1 : again())
                + again()
                + (OwnSettings.strict ? 1 : again())
                + again()
                + (OwnSettings.strict ? 1 : again())
                + again()
                + (OwnSettings.strict ? 1 : again())
                + again()
                + (OwnSettings.strict ? 1 : again())
                + again()
                + (OwnSettings.strict ? 1 : again())
                + again()
                + (OwnSettings.strict ? 1 : again())
                + again()
                + (OwnSettings.strict ? 1 : again());
    }
}
