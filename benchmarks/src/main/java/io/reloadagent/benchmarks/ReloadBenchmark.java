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
import io.reloadagent.source.Content;
import io.reloadagent.source.Document;
import io.reloadagent.source.Path;
import io.reloadagent.source.Snapshot;
import io.reloadagent.source.SourceException;
import io.reloadagent.source.format.Formats;
import java.nio.charset.StandardCharsets;
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
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What a reload does before it swaps: parse 10,000 keys, bind them to as many fields of 100 classes, and find the one that changed. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ReloadBenchmark {

    private static final int CLASSES = 100;
    private static final int FIELDS = 100;

    /** Held as an application's classes hold theirs. */
    private final List<DynamicClass> classes = new ArrayList<>();

    private Versions versions;
    private Binder binder;
    private Snapshot changed;
    private Document parsed;

    @Setup
    public void bind() throws SourceException {
        versions = new Versions(source(5).parse());
        changed = source(6);
        parsed = changed.parse();
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < CLASSES; i++) {
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
        for (int i = 0; i < CLASSES; i++) {
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

    /** The same without parsing. */
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

    private static Snapshot source(int first) {
        StringBuilder yaml = new StringBuilder();
        for (int i = 0; i < CLASSES; i++) {
            yaml.append("section").append(i).append(":\n");
            for (int j = 0; j < FIELDS; j++) {
                int value = i == 0 && j == 0 ? first : j;
                yaml.append("  max-conns").append(j).append(": ").append(value).append('\n');
            }
        }
        byte[] bytes = yaml.toString().getBytes(StandardCharsets.UTF_8);
        return new Snapshot(Collections.singletonList(new Content("app.yaml", Formats.YAML, bytes, null)));
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
