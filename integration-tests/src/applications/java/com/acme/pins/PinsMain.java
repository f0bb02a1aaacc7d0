package com.acme.pins;

import io.reloadagent.api.ConfigChange;
import io.reloadagent.api.PinnedScope;
import io.reloadagent.api.ReloadAgent;
import io.reloadagent.api.ReloadContext;
import io.reloadagent.api.ReloadResult;
import io.reloadagent.api.Reloadable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads that read three fields in pinned scopes, while the source changes all three, over and over. */
@SuppressWarnings("try")
public final class PinsMain {

    private static final Triple TRIPLE = new Triple();

    private final ExecutorService others = Executors.newCachedThreadPool(daemons());
    private final AtomicInteger scopes = new AtomicInteger();
    private final AtomicInteger torn = new AtomicInteger();
    private final AtomicInteger unpinnedTorn = new AtomicInteger();
    private volatile boolean ended;

    public static void main(String[] args) throws Exception {
        new PinsMain().run(Paths.get(args[0]), Integer.parseInt(args[1]));
    }

    private static ThreadFactory daemons() {
        return task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        };
    }

    private void run(Path source, int reloads) throws Exception {
        TRIPLE.number(); // what nobody has read yet does not change
        Observer module = new Observer();
        List<Thread> readers = new ArrayList<>();
        readers.add(new Thread(() -> repeat(this::scoped)));
        readers.add(new Thread(() -> repeat(() -> note(TRIPLE.pinnedNumber()))));
        readers.add(new Thread(() -> repeat(this::handedOn)));
        readers.add(new Thread(() -> repeat(() -> unpinnedTorn.addAndGet(TRIPLE.number() < 0 ? 1 : 0))));
        Thread virtual = virtual(() -> repeat(this::scoped));
        readers.forEach(Thread::start);
        for (int number = 2; number <= reloads + 1; number++) {
            String text = "triple: {first: N, second: N, third: N}".replace("N", String.valueOf(number));
            Files.write(source, text.getBytes(StandardCharsets.UTF_8));
            ReloadResult result = ReloadAgent.requestReload().get();
            if (!result.outcome().name().equals("APPLIED")) {
                System.out.println(result.message());
            }
        }
        ended = true;
        for (Thread reader : readers) {
            reader.join();
        }
        System.out.println("torn in a scope: " + torn);
        System.out.println("torn without: " + (unpinnedTorn.get() > 0 ? "some" : "none"));
        System.out.println("scopes: " + (scopes.get() > reloads ? "many" : "few"));
        System.out.println("callbacks: " + module.wrong + " wrong of " + module.calls);
        System.out.println("virtual threads: " + (virtual == null ? "none" : "some"));
        System.out.println("after: " + TRIPLE.number());
    }

    private interface Step {
        void run() throws Exception;
    }

    private void repeat(Step step) {
        try {
            while (!ended) {
                step.run();
            }
        } catch (Exception | Error failure) {
            throw new AssertionError(failure);
        }
    }

    private void note(int number) {
        scopes.incrementAndGet();
        torn.addAndGet(number < 0 ? 1 : 0);
    }

    private void scoped() {
        try (PinnedScope scope = ReloadAgent.pin()) {
            int number = TRIPLE.number();
            note(number);
            try (PinnedScope inner = ReloadAgent.pin()) {
                note(TRIPLE.number() == number ? number : -1);
            }
            note(TRIPLE.number() == number ? number : -1);
        }
    }

    private void handedOn() throws Exception {
        Callable<Integer> task;
        int number;
        try (PinnedScope scope = ReloadAgent.pin()) {
            number = TRIPLE.number();
            task = scope.wrap((Callable<Integer>) TRIPLE::number);
        }
        note(others.submit(task).get() == number ? number : -1);
    }

    /** Null before Java 21. */
    private static Thread virtual(Runnable task) throws Exception {
        try {
            return (Thread)
                    Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
        } catch (NoSuchMethodException old) {
            return null;
        }
    }

    /** Checks in each callback who sees the old values, and who the new ones. */
    private final class Observer implements Reloadable {

        private int calls;
        private int wrong;

        @Override
        public void reload(ReloadContext context, List<ConfigChange> changes) throws Exception {
            calls++;
            int now = (Integer) changes.get(0).newValue();
            int before = (Integer) changes.get(0).oldValue();
            try (PinnedScope scope = ReloadAgent.pin()) {
                boolean right = TRIPLE.number() == now
                        && others.submit(scope.wrap((Callable<Integer>) TRIPLE::number))
                                        .get()
                                == now
                        && elsewhere() == before;
                wrong += right ? 0 : 1;
            }
        }

        private int elsewhere() throws Exception {
            FutureTask<Integer> task = new FutureTask<>(TRIPLE::number);
            new Thread(task).start();
            return task.get();
        }
    }
}
