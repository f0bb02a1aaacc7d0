package io.reloadagent.benchmarks;

import io.reloadagent.bind.Binder;
import io.reloadagent.bind.ChangeSet;
import io.reloadagent.bind.ClassPattern;
import io.reloadagent.bind.Constraints;
import io.reloadagent.bind.Converters;
import io.reloadagent.bind.Rule;
import io.reloadagent.bind.Rules;
import io.reloadagent.bind.SecretPaths;
import io.reloadagent.bind.ValueRules;
import io.reloadagent.field.DynamicClass;
import io.reloadagent.field.Versions;
import io.reloadagent.source.Document;
import io.reloadagent.source.Path;
import io.reloadagent.source.Snapshot;
import io.reloadagent.source.SourceException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.dynamic.DynamicType;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What a reload does before it swaps, a source of each format: parse its keys, bind them to as many fields of classes with a hundred each, and
 * find the one that changed.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ReloadBenchmark {

    private static final int FIELDS = 100;

    /** As a source's {@code format} names it. */
    @Param({"yaml", "json", "toml", "properties", "env"})
    public String format;

    /** A multiple of a hundred. TOML ends at 262,144 characters, some 12,000 keys. */
    @Param("10000")
    public int keys;

    /** Held as an application's classes hold theirs. */
    private final List<DynamicClass> classes = new ArrayList<>();

    private Versions versions;
    private Binder binder;
    private Snapshot changed;
    private Document parsed;

    @Setup
    public void bind() throws SourceException {
        versions = new Versions(GeneratedSource.of(format, keys, 5).parse());
        changed = GeneratedSource.of(format, keys, 6);
        parsed = changed.parse();
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < keys / FIELDS; i++) {
            rules.add(new Rule(new ClassPattern(className(i)), Path.of("section" + i), null, true));
        }
        SecretPaths secret = new SecretPaths(Collections.singleton("**.password"));
        binder = new Binder(
                new Rules(rules),
                versions,
                new ValueRules(secret, new Converters(), new Constraints(secret, told -> {})),
                false,
                type -> Collections.emptySet(),
                type -> {},
                () -> {},
                cells -> {},
                (field, why) -> {
                    throw new IllegalStateException(field + ": " + why.getMessage());
                });
        for (int i = 0; i < keys / FIELDS; i++) {
            DynamicClass described = binder.describe(newClass(i));
            described.cell("maxConns0", "I");
            classes.add(described);
        }
    }

    /** Reading, parsing, binding, comparing. */
    @Benchmark
    public ChangeSet parseAndCompare() throws SourceException {
        return checked(binder.compare(versions.current(), changed.parse()));
    }

    /** All but parsing. */
    @Benchmark
    public ChangeSet compare() throws SourceException {
        return checked(binder.compare(versions.current(), parsed));
    }

    private static ChangeSet checked(ChangeSet changes) {
        if (changes.changes().size() != 1) {
            throw new IllegalStateException("one key changed, and not " + changes.changes());
        }
        return changes;
    }

    private static String className(int number) {
        return "com.acme.generated.Settings" + number;
    }

    private static Class<?> newClass(int number) {
        DynamicType.Builder<?> builder = new ByteBuddy().subclass(Object.class).name(className(number));
        for (int j = 0; j < FIELDS; j++) {
            builder = builder.defineField("maxConns" + j, j % 2 == 0 ? int.class : String.class);
        }
        return builder.make().load(ReloadBenchmark.class.getClassLoader()).getLoaded();
    }
}
