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

/** What it costs to read a {@link String} field, and to ask for its length, as {@link ReadBenchmark} measures it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TextBenchmark {

    private final PlainSettings plain = new PlainSettings();
    private final OverriddenSettings overridden = new OverriddenSettings();
    private final OwnSettings own = new OwnSettings();

    @Setup
    public void check() {
        int own = 3 * READS;
        Values.check("texts", plainInstanceText() + plainStaticText() + ownInstanceText() + ownStaticText(), 4 * own);
        int source = 7 * READS;
        Values.check("texts of the source", overriddenInstanceText() + overriddenStaticText(), 2 * source);
    }

    @Benchmark
    @OperationsPerInvocation(READS)
    public int plainInstanceText() {
        return plainInstanceText8()
                + again()
                + plainInstanceText8()
                + again()
                + plainInstanceText8()
                + again()
                + plainInstanceText8()
                + again()
                + plainInstanceText8()
                + again()
                + plainInstanceText8()
                + again()
                + plainInstanceText8()
                + again()
                + plainInstanceText8();
    }

    private int plainInstanceText8() {
        return plain.name.length()
                + again()
                + plain.name.length()
                + again()
                + plain.name.length()
                + again()
                + plain.name.length()
                + again()
                + plain.name.length()
                + again()
                + plain.name.length()
                + again()
                + plain.name.length()
                + again()
                + plain.name.length();
    }

    @Benchmark
    @OperationsPerInvocation(READS)
    public int plainStaticText() {
        return plainStaticText8()
                + again()
                + plainStaticText8()
                + again()
                + plainStaticText8()
                + again()
                + plainStaticText8()
                + again()
                + plainStaticText8()
                + again()
                + plainStaticText8()
                + again()
                + plainStaticText8()
                + again()
                + plainStaticText8();
    }

    private int plainStaticText8() {
        return PlainSettings.mode.length()
                + again()
                + PlainSettings.mode.length()
                + again()
                + PlainSettings.mode.length()
                + again()
                + PlainSettings.mode.length()
                + again()
                + PlainSettings.mode.length()
                + again()
                + PlainSettings.mode.length()
                + again()
                + PlainSettings.mode.length()
                + again()
                + PlainSettings.mode.length();
    }

    @Benchmark
    @OperationsPerInvocation(READS)
    public int overriddenInstanceText() {
        return overriddenInstanceText8()
                + again()
                + overriddenInstanceText8()
                + again()
                + overriddenInstanceText8()
                + again()
                + overriddenInstanceText8()
                + again()
                + overriddenInstanceText8()
                + again()
                + overriddenInstanceText8()
                + again()
                + overriddenInstanceText8()
                + again()
                + overriddenInstanceText8();
    }

    private int overriddenInstanceText8() {
        return overridden.name.length()
                + again()
                + overridden.name.length()
                + again()
                + overridden.name.length()
                + again()
                + overridden.name.length()
                + again()
                + overridden.name.length()
                + again()
                + overridden.name.length()
                + again()
                + overridden.name.length()
                + again()
                + overridden.name.length();
    }

    @Benchmark
    @OperationsPerInvocation(READS)
    public int overriddenStaticText() {
        return overriddenStaticText8()
                + again()
                + overriddenStaticText8()
                + again()
                + overriddenStaticText8()
                + again()
                + overriddenStaticText8()
                + again()
                + overriddenStaticText8()
                + again()
                + overriddenStaticText8()
                + again()
                + overriddenStaticText8()
                + again()
                + overriddenStaticText8();
    }

    private int overriddenStaticText8() {
        return OverriddenSettings.mode.length()
                + again()
                + OverriddenSettings.mode.length()
                + again()
                + OverriddenSettings.mode.length()
                + again()
                + OverriddenSettings.mode.length()
                + again()
                + OverriddenSettings.mode.length()
                + again()
                + OverriddenSettings.mode.length()
                + again()
                + OverriddenSettings.mode.length()
                + again()
                + OverriddenSettings.mode.length();
    }

    @Benchmark
    @OperationsPerInvocation(READS)
    public int ownInstanceText() {
        return ownInstanceText8()
                + again()
                + ownInstanceText8()
                + again()
                + ownInstanceText8()
                + again()
                + ownInstanceText8()
                + again()
                + ownInstanceText8()
                + again()
                + ownInstanceText8()
                + again()
                + ownInstanceText8()
                + again()
                + ownInstanceText8();
    }

    private int ownInstanceText8() {
        return own.name.length()
                + again()
                + own.name.length()
                + again()
                + own.name.length()
                + again()
                + own.name.length()
                + again()
                + own.name.length()
                + again()
                + own.name.length()
                + again()
                + own.name.length()
                + again()
                + own.name.length();
    }

    @Benchmark
    @OperationsPerInvocation(READS)
    public int ownStaticText() {
        return ownStaticText8()
                + again()
                + ownStaticText8()
                + again()
                + ownStaticText8()
                + again()
                + ownStaticText8()
                + again()
                + ownStaticText8()
                + again()
                + ownStaticText8()
                + again()
                + ownStaticText8()
                + again()
                + ownStaticText8();
    }

    private int ownStaticText8() {
        return OwnSettings.mode.length()
                + again()
                + OwnSettings.mode.length()
                + again()
                + OwnSettings.mode.length()
                + again()
                + OwnSettings.mode.length()
                + again()
                + OwnSettings.mode.length()
                + again()
                + OwnSettings.mode.length()
                + again()
                + OwnSettings.mode.length()
                + again()
                + OwnSettings.mode.length();
    }
}
