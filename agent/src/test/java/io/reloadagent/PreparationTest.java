package io.reloadagent;

import static org.assertj.core.api.Assertions.assertThat;

import io.reloadagent.report.Level;
import io.reloadagent.report.Log;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PreparationTest {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Log log = new Log(Level.INFO, lines::add);
    private final List<String> threads = new CopyOnWriteArrayList<>();

    @Test
    void isDoneOnceOnAThreadOfTheAgentWhoeverAsks() throws Exception {
        Preparation preparation =
                new Preparation(() -> threads.add(Thread.currentThread().getName()), log);
        List<Thread> askers = new ArrayList<>();
        AtomicInteger done = new AtomicInteger();
        for (int i = 0; i < 4; i++) {
            Thread asker = new Thread(() -> {
                preparation.run();
                done.addAndGet(threads.size());
            });
            asker.start();
            askers.add(asker);
        }
        for (Thread asker : askers) {
            asker.join();
        }
        assertThat(threads).singleElement().satisfies(name -> assertThat(name).startsWith("reload-agent-prepare-"));
        assertThat(done).hasValue(4);
        assertThat(lines).isEmpty();
    }

    @Test
    void whatFailsIsSaidAndHoldsNobodyUp() {
        Preparation preparation = new Preparation(
                () -> {
                    throw new IllegalStateException("no mapper");
                },
                log);
        preparation.run();
        preparation.run();
        assertThat(lines).singleElement().satisfies(line -> assertThat(line).contains("no mapper"));
    }

    @Test
    void anInterruptedThreadGoesOnAndStaysInterrupted() {
        Preparation preparation = new Preparation(() -> {}, log);
        Thread.currentThread().interrupt();
        preparation.run();
        assertThat(Thread.interrupted()).isTrue();
    }
}
