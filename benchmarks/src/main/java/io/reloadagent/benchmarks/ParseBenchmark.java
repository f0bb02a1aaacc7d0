package io.reloadagent.benchmarks;

import io.reloadagent.source.Document;
import io.reloadagent.source.Snapshot;
import io.reloadagent.source.SourceException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Parsing alone; with JMH's profiler {@code gc}, what memory it takes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ParseBenchmark {

    @Param({"yaml", "json", "toml", "properties", "env"})
    public String format;

    /** A multiple of a hundred. TOML ends at 262,144 characters, some 12,000 keys. */
    @Param("10000")
    public int keys;

    private Snapshot source;

    @Setup
    public void generate() {
        source = GeneratedSource.of(format, keys, 5);
    }

    /** Bytes to a document. */
    @Benchmark
    public Document parse() throws SourceException {
        return source.parse();
    }
}
