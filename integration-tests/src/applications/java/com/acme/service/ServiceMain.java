package com.acme.service;

import com.acme.shell.Busy;
import com.acme.shell.Shell;
import io.reloadagent.api.ReloadAgent;
import io.reloadagent.api.ReloadEvent;
import io.reloadagent.api.ReloadResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A service with dynamic fields, modules, and a busy thread that reads the fields. */
public final class ServiceMain {

    private final Settings settings = new Settings();
    private final Map<String, Module> modules = new LinkedHashMap<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final List<ReloadEvent> events = new CopyOnWriteArrayList<>();
    private final List<CompletableFuture<ReloadResult>> requests = new CopyOnWriteArrayList<>();
    private final Busy busy = new Busy()
            .reading("a", settings::a)
            .reading("b", settings::b)
            .reading("timeout", settings::timeout)
            .reading("password", settings::password)
            .reading("pair", settings::pair)
            .reading("version", ReloadAgent::version);

    public static void main(String[] args) throws Exception {
        new ServiceMain().run();
    }

    private void run() throws Exception {
        ReloadAgent.observe(events::add);
        busy.begin();
        new Shell()
                .on("seen", words -> busy.seen(words.get(0)))
                .on("modules", this::createModules)
                .on("register", this::register)
                .on("unregister", this::unregister)
                .on("close-breaker", words -> attempt(ReloadAgent::closeBreaker))
                .on("cancel", words -> requests.stream().allMatch(request -> request.cancel(true)))
                .on("behave", words -> behave(words.get(0), words.get(1)))
                .on("release", words -> release(words.get(0)))
                .on("calls", words -> calls)
                .on(
                        "reload",
                        words -> described(ReloadAgent.requestReload(words.toArray(new String[0]))
                                .get(20, TimeUnit.SECONDS)))
                .on("request", words -> request(Integer.parseInt(words.get(0))))
                .on("results", words -> results())
                .on("events", words -> events.stream().map(ReloadEvent::toJson).collect(Collectors.toList()))
                .on("observe", words -> observe(words.get(0)))
                .on("set", words -> String.valueOf(System.setProperty(words.get(0), words.get(1))))
                .on("jmx", words -> JmxClient.reload(words.get(0)))
                .on("jmx-stop", words -> JmxClient.stop())
                .on("jmx-attribute", words -> JmxClient.attribute(words.get(0)))
                .run();
    }

    private Object createModules(List<String> names) {
        for (String name : names) {
            Module module = new Module(name, calls, requests);
            modules.put(name, module);
            ReloadAgent.register(name, module);
        }
        return "registered";
    }

    /** Registers a module under a name, or under null if there is none. */
    private Object register(List<String> names) {
        return attempt(
                () -> ReloadAgent.register(names.isEmpty() ? null : names.get(0), new Module("", calls, requests)));
    }

    private Object unregister(List<String> names) {
        return attempt(() -> ReloadAgent.unregister(names.isEmpty() ? null : names.get(0)));
    }

    private static String attempt(Runnable call) {
        try {
            call.run();
            return "done";
        } catch (RuntimeException refused) {
            return String.valueOf(refused);
        }
    }

    /** With one more observer, which throws, or never returns. */
    private static Object observe(String how) {
        ReloadAgent.observe(event -> {
            if (how.equals("throws")) {
                throw new IllegalStateException("the observer fails");
            }
            new CompletableFuture<Void>().join();
        });
        return how;
    }

    private Object behave(String module, String how) {
        modules.get(module).behave(how);
        return how;
    }

    private Object release(String module) {
        modules.get(module).release();
        return "released";
    }

    /** Returns when all of them were made, by so many threads at once; they go on. */
    private Object request(int count) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Thread thread = new Thread(() -> requests.add(ReloadAgent.requestReload()));
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return count;
    }

    private List<String> results() throws Exception {
        List<String> results = new ArrayList<>();
        for (CompletableFuture<ReloadResult> request : requests) {
            ReloadResult result = request.get(20, TimeUnit.SECONDS);
            results.add(result.reloadId() + " " + result.outcome() + " " + result.version());
        }
        return results;
    }

    private static List<String> described(ReloadResult result) {
        List<String> lines = new ArrayList<>();
        lines.add(result.outcome().name());
        lines.add("version " + result.version());
        lines.add("restart " + result.restartRequired());
        lines.add("failed " + result.failedModule());
        lines.add("skipped " + result.skippedModules());
        lines.add("message " + result.message());
        result.problems().forEach(problem -> lines.add("problem " + problem));
        return lines;
    }
}
