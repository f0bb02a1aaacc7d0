package io.reloadagent.benchmarks;

import java.lang.invoke.VarHandle;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What one read of an {@code int} field costs, with the addition that uses it. All run in JVMs with the agent.
 *
 * <p>64 reads in a row: the loop that JMH puts around a single one lasts two cycles or four, depending on how its code
 * happens to lie in memory. A fence that costs nothing keeps the JIT compiler from reading once for all.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ReadBenchmark {

    static final int READS = 64;

    private final PlainSettings plain = new PlainSettings();
    private final OverriddenSettings overridden = new OverriddenSettings();
    private final OwnSettings own = new OwnSettings();
    private final HidingSettings hiding = new HidingSettings();

    @Setup
    public void check() {
        Values.check("a plain field", plainInstance() / READS, Values.OWN);
        Values.check("a plain static field", plainStatic() / READS, Values.OWN);
        Values.check("an overridden field", overriddenInstance() / READS, Values.SOURCE);
        Values.check("an overridden static field", overriddenStatic() / READS, Values.SOURCE);
        Values.check("a field that is not overridden", ownInstance() / READS, Values.OWN);
        Values.check("a static field that is not overridden", ownStatic() / READS, Values.OWN);
        Values.check("a field that hides a dynamic one", hidingInstance() / READS, Values.OWN);
        Values.check("a static field that hides a dynamic one", hidingStatic() / READS, Values.OWN);
    }

    @Benchmark
    @OperationsPerInvocation(READS)
    public int plainInstance() {
        return plainInstance8()
                + again()
                + plainInstance8()
                + again()
                + plainInstance8()
                + again()
                + plainInstance8()
                + again()
                + plainInstance8()
                + again()
                + plainInstance8()
                + again()
                + plainInstance8()
                + again()
                + plainInstance8();
    }

    private int plainInstance8() {
        return plain.size
                + again()
                + plain.size
                + again()
                + plain.size
                + again()
                + plain.size
                + again()
                + plain.size
                + again()
                + plain.size
                + again()
                + plain.size
                + again()
                + plain.size;
    }

    @Benchmark
    @OperationsPerInvocation(READS)
    public int plainStatic() {
        return plainStatic8()
                + again()
                + plainStatic8()
                + again()
                + plainStatic8()
                + again()
                + plainStatic8()
                + again()
                + plainStatic8()
                + again()
                + plainStatic8()
                + again()
                + plainStatic8()
                + again()
                + plainStatic8();
    }

    private int plainStatic8() {
        return PlainSettings.limit
                + again()
                + PlainSettings.limit
                + again()
                + PlainSettings.limit
                + again()
                + PlainSettings.limit
                + again()
                + PlainSettings.limit
                + again()
                + PlainSettings.limit
                + again()
                + PlainSettings.limit
                + again()
                + PlainSettings.limit;
    }

    @Benchmark
    @OperationsPerInvocation(READS)
    public int overriddenInstance() {
        return overriddenInstance8()
                + again()
                + overriddenInstance8()
                + again()
                + overriddenInstance8()
                + again()
                + overriddenInstance8()
                + again()
                + overriddenInstance8()
                + again()
                + overriddenInstance8()
                + again()
                + overriddenInstance8()
                + again()
                + overriddenInstance8();
    }

    private int overriddenInstance8() {
        return overridden.size
                + again()
                + overridden.size
                + again()
                + overridden.size
                + again()
                + overridden.size
                + again()
                + overridden.size
                + again()
                + overridden.size
                + again()
                + overridden.size
                + again()
                + overridden.size;
    }

    @Benchmark
    @OperationsPerInvocation(READS)
    public int overriddenStatic() {
        return overriddenStatic8()
                + again()
                + overriddenStatic8()
                + again()
                + overriddenStatic8()
                + again()
                + overriddenStatic8()
                + again()
                + overriddenStatic8()
                + again()
                + overriddenStatic8()
                + again()
                + overriddenStatic8()
                + again()
                + overriddenStatic8();
    }

    private int overriddenStatic8() {
        return OverriddenSettings.limit
                + again()
                + OverriddenSettings.limit
                + again()
                + OverriddenSettings.limit
                + again()
                + OverriddenSettings.limit
                + again()
                + OverriddenSettings.limit
                + again()
                + OverriddenSettings.limit
                + again()
                + OverriddenSettings.limit
                + again()
                + OverriddenSettings.limit;
    }

    @Benchmark
    @OperationsPerInvocation(READS)
    public int ownInstance() {
        return ownInstance8()
                + again()
                + ownInstance8()
                + again()
                + ownInstance8()
                + again()
                + ownInstance8()
                + again()
                + ownInstance8()
                + again()
                + ownInstance8()
                + again()
                + ownInstance8()
                + again()
                + ownInstance8();
    }

    private int ownInstance8() {
        return own.size + again() + own.size + again() + own.size + again() + own.size + again() + own.size + again()
                + own.size + again() + own.size + again() + own.size;
    }

    @Benchmark
    @OperationsPerInvocation(READS)
    public int ownStatic() {
        return ownStatic8()
                + again()
                + ownStatic8()
                + again()
                + ownStatic8()
                + again()
                + ownStatic8()
                + again()
                + ownStatic8()
                + again()
                + ownStatic8()
                + again()
                + ownStatic8()
                + again()
                + ownStatic8();
    }

    private int ownStatic8() {
        return OwnSettings.limit
                + again()
                + OwnSettings.limit
                + again()
                + OwnSettings.limit
                + again()
                + OwnSettings.limit
                + again()
                + OwnSettings.limit
                + again()
                + OwnSettings.limit
                + again()
                + OwnSettings.limit
                + again()
                + OwnSettings.limit;
    }

    @Benchmark
    @OperationsPerInvocation(READS)
    public int hidingInstance() {
        return hidingInstance8()
                + again()
                + hidingInstance8()
                + again()
                + hidingInstance8()
                + again()
                + hidingInstance8()
                + again()
                + hidingInstance8()
                + again()
                + hidingInstance8()
                + again()
                + hidingInstance8()
                + again()
                + hidingInstance8();
    }

    private int hidingInstance8() {
        return hiding.size
                + again()
                + hiding.size
                + again()
                + hiding.size
                + again()
                + hiding.size
                + again()
                + hiding.size
                + again()
                + hiding.size
                + again()
                + hiding.size
                + again()
                + hiding.size;
    }

    @Benchmark
    @OperationsPerInvocation(READS)
    public int hidingStatic() {
        return hidingStatic8()
                + again()
                + hidingStatic8()
                + again()
                + hidingStatic8()
                + again()
                + hidingStatic8()
                + again()
                + hidingStatic8()
                + again()
                + hidingStatic8()
                + again()
                + hidingStatic8()
                + again()
                + hidingStatic8();
    }

    private int hidingStatic8() {
        return HidingSettings.limit
                + again()
                + HidingSettings.limit
                + again()
                + HidingSettings.limit
                + again()
                + HidingSettings.limit
                + again()
                + HidingSettings.limit
                + again()
                + HidingSettings.limit
                + again()
                + HidingSettings.limit
                + again()
                + HidingSettings.limit;
    }

    /** Has the next read be a read; nothing to add. */
    static int again() {
        VarHandle.loadLoadFence();
        return 0;
    }
}
