package io.reloadagent.reload;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.reloadagent.api.Dynamic;
import io.reloadagent.bind.Binder;
import io.reloadagent.bind.Constraints;
import io.reloadagent.bind.Converters;
import io.reloadagent.bind.Rules;
import io.reloadagent.bind.SecretPaths;
import io.reloadagent.bind.ValueRules;
import io.reloadagent.field.Linker;
import io.reloadagent.field.Settlement;
import io.reloadagent.field.Versions;
import io.reloadagent.report.CapturedLog;
import io.reloadagent.report.Event;
import io.reloadagent.report.Events;
import io.reloadagent.report.Level;
import io.reloadagent.source.Document;
import io.reloadagent.source.SourceException;
import io.reloadagent.source.SourceFiles;
import io.reloadagent.source.Sources;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;

/** A coordinator with all that is behind it, for the fields of {@link Pool}, which follow app.yaml. */
public final class Reloading implements AutoCloseable {

    @Dynamic("pool")
    @SuppressWarnings("unused")
    static class Pool {
        private int size = 1;
        private String name = "own";
        private Mode mode;
    }

    /** A type of the application's own, whose code runs when a value is made. */
    static final class Mode {

        static volatile Runnable beforeEach = () -> {};

        private String name;

        Mode() {
            beforeEach.run();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Mode mode && Objects.equals(name, mode.name);
        }

        @Override
        public int hashCode() {
            return Objects.hashCode(name);
        }
    }

    public final List<String> calls = new CopyOnWriteArrayList<>();
    public final List<Event> events = new CopyOnWriteArrayList<>();
    final List<Result> concluded = new CopyOnWriteArrayList<>();
    public final CapturedLog log = new CapturedLog(Level.INFO);
    public final Modules modules = new Modules();
    public final Sources sources;
    public final Events published = new Events(log.log());
    final Setup setup;
    public final Coordinator coordinator;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    final AtomicLong nanoTime = new AtomicLong();
    final Breaker breaker;
    final History history;
    /** The agent holds modules weakly. */
    private final List<TestModule> held = new CopyOnWriteArrayList<>();

    private final Path file;
    private final Linker linker;
    private final MethodHandle size;

    Reloading(Path directory, String yaml) throws IOException, SourceException {
        this(directory, yaml, Duration.ofSeconds(20));
    }

    Reloading(Path directory, String yaml, Duration timeout) throws IOException, SourceException {
        this(SourceFiles.of(Duration.ZERO, Files.writeString(directory.resolve("app.yaml"), yaml)), timeout);
    }

    /** For the first of the sources, which can be read. */
    public Reloading(Sources sources, Duration timeout) throws SourceException {
        this(sources, timeout, EnabledModules.ALL);
    }

    Reloading(Path directory, String yaml, Breaker breaker) throws IOException, SourceException {
        this(
                SourceFiles.of(Duration.ZERO, Files.writeString(directory.resolve("app.yaml"), yaml)),
                new Policy(Duration.ofSeconds(20), true, EnabledModules.ALL),
                breaker);
    }

    Reloading(Sources sources, Duration timeout, EnabledModules enabled) throws SourceException {
        this(sources, new Policy(timeout, true, enabled), null);
    }

    /** Of one that publishes the new version though modules fail. */
    static Reloading withoutRollback(Path directory, String yaml) throws IOException, SourceException {
        return new Reloading(
                SourceFiles.of(Duration.ZERO, Files.writeString(directory.resolve("app.yaml"), yaml)),
                new Policy(Duration.ofSeconds(20), false, EnabledModules.ALL),
                null);
    }

    /** With a breaker, or null for one that waits from 1 to 30 seconds by a clock that the test moves. */
    private Reloading(Sources sources, Policy policy, Breaker breaker) throws SourceException {
        this.sources = sources;
        this.breaker =
                breaker == null ? new Breaker(Duration.ofSeconds(1), Duration.ofSeconds(30), nanoTime::get) : breaker;
        file = sources.watched().get(0);
        Document first = sources.read().parse();
        Versions versions = new Versions(first);
        history = new History(first);
        Binder binder = new Binder(
                new Rules(List.of()),
                versions,
                new ValueRules(
                        new SecretPaths(List.of("**.password")),
                        new Converters(),
                        new Constraints(path -> false, what -> {})),
                false,
                type -> Set.of(),
                type -> {},
                () -> {},
                cells -> {},
                (field, why) -> {});
        published.subscribe("test", events::add);
        setup = new Setup(
                sources,
                new Reading(),
                binder,
                versions,
                new Settlement(versions, Duration.ZERO)::settle,
                modules,
                published,
                policy,
                history,
                new Misfits(),
                concluded::add);
        coordinator = new Coordinator(
                setup, thread, this.breaker, new ResultView(path -> false, binder::unset), log.log(), sources.read());
        coordinator.started();
        linker = new Linker(binder::describe);
        size = linker.link("size", MethodType.methodType(int.class, Object.class, int.class), Pool.class, "I")
                .dynamicInvoker();
    }

    /** What the current thread reads from {@code pool.size}, whose own value is 1. */
    public int size() {
        try {
            return (int) size.invoke(new Pool(), 1);
        } catch (Throwable failure) {
            throw new AssertionError(failure);
        }
    }

    @Dynamic("late")
    @SuppressWarnings("unused")
    static class Late {
        private static int port = 1;
    }

    /** What the current thread reads from {@code late.port}, whose own value is 1. */
    int readLate() {
        try {
            MethodType type = MethodType.methodType(int.class, int.class);
            return (int)
                    linker.link("port", type, Late.class, "I").dynamicInvoker().invoke(1);
        } catch (Throwable failure) {
            throw new AssertionError(failure);
        }
    }

    /** Reads {@code pool.mode} for the first time, so that it follows. */
    void readMode() {
        MethodType type = MethodType.methodType(Object.class, Object.class, Object.class);
        linker.link("mode", type, Pool.class, Mode.class.descriptorString());
    }

    TestModule module(String name) {
        TestModule module = new TestModule(name, calls);
        held.add(module);
        modules.register(name, module);
        return module;
    }

    void write(String yaml) throws IOException {
        Files.writeString(file, yaml);
    }

    /** Asks for a reload, when no wait after a failure keeps it from being tried. */
    CompletableFuture<Result> request() {
        nanoTime.addAndGet(Duration.ofMinutes(1).toNanos());
        return coordinator.request(Request.of(Trigger.API, "test", null));
    }

    /** Writes the file and reloads it. */
    Result reload(String yaml) throws Exception {
        write(yaml);
        return request().get(60, SECONDS);
    }

    public List<String> eventTypes() {
        return events.stream().map(Event::type).toList();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
