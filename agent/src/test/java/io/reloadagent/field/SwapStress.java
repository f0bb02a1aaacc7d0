package io.reloadagent.field;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Swaps the number that two fields hold for the next one, over and over, while readers on all cores watch that what they
 * read never decreases. Each swap waits until the readers run at full speed again, on constants of the swap before.
 */
final class SwapStress {

    /** How often each reader reads all its sites between two swaps: enough for the JVM to compile them anew. */
    private static final int SWEEPS = 300;

    private final SwapOrder order;
    private final Versions versions = new Versions(new Object());
    private final Map<Class<?>, Cell> cells = new ConcurrentHashMap<>();
    private final Linker linker = new Linker(type -> (name, descriptor) -> cell(type));

    SwapStress(SwapOrder order) {
        this.order = order;
    }

    private Cell cell(Class<?> type) {
        return cells.computeIfAbsent(type, this::register);
    }

    private Cell register(Class<?> type) {
        try {
            Cell cell = versions.cell(type.getDeclaredField("number"));
            versions.register(List.of(cell), basis -> Map.of());
            return cell;
        } catch (NoSuchFieldException e) {
            throw new AssertionError("linked a read of another field of " + type, e);
        }
    }

    Findings run(int swaps) throws Exception {
        List<ReaderThread> readers = readers();
        try (CompilationCount compilations = new CompilationCount(TwoFieldReader.class.getName())) {
            readers.forEach(ReaderThread::start);
            for (int number = 1; number <= swaps; number++) {
                order.swap(versions, overrides(number));
                awaitFullSpeed(readers);
            }
            return new Findings(readers.stream().mapToLong(ReaderThread::finish).sum(), compilations.inTopTier());
        } finally {
            readers.forEach(ReaderThread::finish);
        }
    }

    /** One reader a core, with the two cells that they share linked and settled. */
    private List<ReaderThread> readers() throws ReflectiveOperationException {
        ClassLoader rewriting =
                new RewritingLoader(linker, FirstSettings.class, SecondSettings.class, TwoFieldReader.class);
        Class<?> type = rewriting.loadClass(TwoFieldReader.class.getName());
        List<ReaderThread> readers = new ArrayList<>();
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            readers.add(new ReaderThread((FieldReader) type.getConstructor().newInstance()));
        }
        readers.get(0).link();
        Reads.settle(versions, cells.values());
        return readers;
    }

    private Map<Cell, Object> overrides(int number) {
        Map<Cell, Object> overrides = new LinkedHashMap<>();
        cells.values().forEach(cell -> overrides.put(cell, number));
        return overrides;
    }

    private static void awaitFullSpeed(List<ReaderThread> readers) {
        for (ReaderThread reader : readers) {
            long enough = reader.sweeps() + SWEEPS;
            await().pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> reader.sweeps() >= enough);
        }
    }

    /**
     * What came of it.
     *
     * @param stale reads that returned an older number than one that the same reader had seen before
     * @param compilations of the readers' methods by the JVM's optimising compiler
     */
    record Findings(long stale, long compilations) {}
}
