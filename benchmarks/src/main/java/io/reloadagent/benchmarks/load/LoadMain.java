package io.reloadagent.benchmarks.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Starts {@link LoadApplication} with the agent, and measures it in turn left alone, while reloads run, and while reloads run and fifty
 * clients ask for the status, at their leisure and as fast as they can; beside each, the same clients asking a server of the JDK.
 */
public final class LoadMain {

    private static final int CLIENTS = 50;
    private static final long LEISURE_MILLIS = 500;
    private static final long RELOAD_MILLIS = 500;
    private static final List<String> VARIANTS = List.of("alone", "reloads", "leisure-jdk", "leisure", "fast-jdk", "fast");

    private final Path work;
    private final URI agent;
    private final URI jdk;
    private final Duration window;
    private final Process application;
    private final BufferedReader out;
    private final PrintStream in;
    private int version;

    private LoadMain(Path work, URI agent, URI jdk, Duration window, List<String> command) throws IOException {
        this.work = work;
        this.agent = agent;
        this.jdk = jdk;
        this.window = window;
        source();
        this.application = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        this.out = application.inputReader(StandardCharsets.UTF_8);
        this.in = new PrintStream(application.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    /**
     * Takes the work directory, the addresses of the agent and of the JDK's server, the rounds, the seconds of a window, a word for the rows, and
     * the application's command line.
     */
    public static void main(String[] arguments) throws Exception {
        Path work = Path.of(arguments[0]);
        int rounds = Integer.parseInt(arguments[3]);
        Duration window = Duration.ofSeconds(Long.parseLong(arguments[4]));
        LoadMain load = new LoadMain(
                work,
                URI.create(arguments[1]),
                URI.create(arguments[2]),
                window,
                List.of(arguments).subList(6, arguments.length));
        try {
            load.run(rounds, arguments[5]);
        } finally {
            load.application.destroy();
        }
    }

    private void run(int rounds, String java) throws Exception {
        Path tokenFile = work.resolve("token");
        while (Files.notExists(tokenFile) || Files.size(tokenFile) == 0) {
            if (!application.isAlive()) {
                throw new IOException("the application has ended");
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        String token = Files.readString(tokenFile).trim();
        for (int round = 0; round <= rounds; round++) {
            for (String variant : VARIANTS) {
                String line = measure(variant, token);
                System.out.println((round == 0 ? "warm-up" : "round " + round) + " " + variant + ": " + line);
                if (round > 0) {
                    Files.writeString(
                            work.resolve("results"),
                            java + " " + round + " " + variant + " " + line + "\n",
                            StandardOpenOption.CREATE,
                            StandardOpenOption.APPEND);
                }
            }
        }
    }

    /** Of the application, 50 %, 99 % and longest; of the status the same, answers and errors; reloads; processor time of the application a second. */
    private String measure(String variant, String token) throws Exception {
        int count = variant.equals("alone") || variant.equals("reloads") ? 0 : CLIENTS;
        long pause = variant.startsWith("leisure") ? LEISURE_MILLIS : 0;
        in.println("begin");
        Duration before = processorTime();
        long begin = System.nanoTime();
        Clients clients = new Clients(variant.endsWith("-jdk") ? jdk : agent, token, count, pause);
        int reloads = 0;
        try (clients;
                StatusClient reloader = new StatusClient(agent, token)) {
            while (System.nanoTime() - begin < window.toNanos()) {
                TimeUnit.MILLISECONDS.sleep(RELOAD_MILLIS);
                if (!variant.equals("alone")) {
                    source();
                    reloads += clients.reload(reloader) ? 1 : 0;
                }
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        double processor = processorTime().minus(before).toMillis() / 1e3 / seconds;
        in.println("end");
        String ofApplication = out.readLine();
        clients.errors().forEach((what, times) -> System.out.println(times + " times: " + what));
        Latencies status = clients.latencies();
        return String.format(
                Locale.ROOT,
                "%s %.3f %.3f %.3f %d %d %d %.3f %.3f",
                ofApplication,
                status.quantile(0.5),
                status.quantile(0.99),
                status.quantile(1),
                status.count(),
                sum(clients.errors()),
                reloads,
                processor,
                seconds);
    }

    private static long sum(Map<String, LongAdder> errors) {
        return errors.values().stream().mapToLong(LongAdder::sum).sum();
    }

    private Duration processorTime() {
        return application.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Another content for the source. */
    private void source() throws IOException {
        version++;
        List<String> lines = new ArrayList<>();
        lines.add("load: {factor: " + (31 + version % 7) + ", summand: " + version + ", shift: 3, enabled: true}");
        Path fresh = Files.write(work.resolve("fresh.yaml"), lines);
        Files.move(fresh, work.resolve("load.yaml"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
