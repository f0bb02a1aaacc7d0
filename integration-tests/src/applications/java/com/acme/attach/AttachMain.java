package com.acme.attach;

import com.acme.shell.Busy;
import com.acme.shell.Shell;
import io.reloadagent.api.ReloadAgent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Runs long before the agent comes: all its classes are loaded, and one of its methods never returns. */
public final class AttachMain {

    private static final long BREATH_NANOS = 1_000_000;

    private final Settings settings = new Settings();
    private final List<Counter> counters = new ArrayList<>();
    private volatile int endless;

    private AttachMain() {}

    public static void main(String[] args) throws Exception {
        new AttachMain().run();
    }

    private void run() throws Exception {
        Busy busy = new Busy()
                .reading("size", settings::size)
                .reading("name", () -> Settings.name)
                .reading("active", ReloadAgent::isActive)
                .begin();
        Thread thread = new Thread(this::readForEver, "endless");
        thread.setDaemon(true);
        thread.start();
        newCounter();
        new Shell()
                .on("seen", words -> busy.seen(words.get(0)))
                .on("endless", words -> endless)
                .on("new-counter", words -> newCounter())
                .on("register", words -> register(words.get(0)))
                .on("calls", words -> calls())
                .run();
    }

    private void readForEver() {
        while (true) {
            endless = settings.size;
            LockSupport.parkNanos(BREATH_NANOS);
        }
    }

    private int newCounter() {
        counters.add(new Counter());
        return counters.size();
    }

    /** The first counter, which is older than the agent. */
    private String register(String name) {
        ReloadAgent.register(name, counters.get(0));
        return name;
    }

    private List<Integer> calls() {
        List<Integer> calls = new ArrayList<>();
        counters.forEach(counter -> calls.add(counter.calls()));
        return calls;
    }
}
