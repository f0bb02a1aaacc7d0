package io.reloadagent.examples.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The edits, and what the running threads must make of them. */
final class Scenario {

    static final Settings AT_START = Settings.of(4, 200, false);

    private static final List<String> WORKERS = List.of("worker-1", "worker-2");
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration LIMIT = Duration.ofMillis(250);
    private static final Pattern REFUSAL = Pattern.compile("\\[reload-agent] .*refused.*app\\.yaml:\\d+:\\d+.*");

    private final WorkingDirectory directory;
    private final Output output;

    Scenario(WorkingDirectory directory, Output output) {
        this.directory = directory;
        this.output = output;
    }

    void start() throws DemoException, InterruptedException {
        say("1. The order service starts, as it always did, but under the agent.");
        awaitWorkers(0, AT_START);
    }

    void goodEdit() throws DemoException, IOException, InterruptedException {
        say("2. A good edit: pool size 4 -> 8, timeout 200 -> 300 ms, discount off -> on.");
        showMillis(apply(Settings.of(8, 300, true)));
    }

    void quickEdits() throws DemoException, IOException, InterruptedException {
        say("3. Five more, timed from the rename of the file to the line of the last worker that read all of it.");
        List<Duration> times = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            Duration time = apply(Settings.of(8 + i, 300 + 10 * i, i % 2 == 0));
            showMillis(time);
            times.add(time);
        }
        checkMedian(times);
    }

    void badEdit() throws DemoException, IOException, InterruptedException {
        say("4. A bad edit: pool size 13 -> 'lots', and in the same edit a valid one: discount off -> on.");
        Settings before = Settings.of(13, 350, false);
        int mark = output.mark();
        directory.replace(new Settings("lots", 350, true));
        output.await(
                mark, line -> REFUSAL.matcher(line.text()).matches(), "the agent's refusal with its place", PATIENCE);

        say("   Refused, with the place. The service goes on with what it had, the discount included:");
        int refused = output.mark();
        Line heartbeat = output.await(refused, line -> line.isFrom("heartbeat"), "a heartbeat", PATIENCE);
        if (!heartbeat.shows(before)) {
            throw new DemoException("the refused edit changed what the main thread reads: " + heartbeat.text());
        }
        for (Line line : output.since(mark)) {
            if (WORKERS.stream().anyMatch(line::isFrom)) {
                throw new DemoException("the refused edit changed what a worker reads: " + line.text());
            }
        }
    }

    void correctedEdit() throws DemoException, IOException, InterruptedException {
        say("5. The edit, corrected: pool size 13 -> 2, discount off -> on.");
        showMillis(apply(Settings.of(2, 350, true)));
    }

    private Duration apply(Settings settings) throws DemoException, IOException, InterruptedException {
        int mark = output.mark();
        long renamed = directory.replace(settings);
        return Duration.ofNanos(awaitWorkers(mark, settings) - renamed);
    }

    private long awaitWorkers(int mark, Settings settings) throws DemoException, InterruptedException {
        long last = Long.MIN_VALUE;
        for (String worker : WORKERS) {
            String what = "'" + worker + ": " + settings.asPrinted() + "'";
            Line line = output.await(mark, l -> l.isFrom(worker) && l.shows(settings), what, PATIENCE);
            last = Math.max(last, line.nanos());
        }
        return last;
    }

    private static void checkMedian(List<Duration> times) throws DemoException {
        Duration median = times.stream().sorted().toList().get(times.size() / 2);
        say("   The median is " + median.toMillis() + " ms; promised are less than " + LIMIT.toMillis() + " ms.");
        if (median.compareTo(LIMIT) >= 0) {
            throw new DemoException("too slow: a median of " + median.toMillis() + " ms");
        }
    }

    private static void showMillis(Duration time) {
        say("   Both workers read it " + time.toMillis() + " ms after the rename.");
    }

    private static void say(String text) {
        System.out.println(text);
    }
}
