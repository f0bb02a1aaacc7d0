package io.reloadagent.examples.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Everything that the application's process has printed so far. Thread-safe. */
final class Output {

    private final List<Line> lines = new ArrayList<>();
    private boolean ended;

    synchronized void add(Line line) {
        lines.add(line);
        notifyAll();
    }

    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** The number of lines so far: a mark for "from now on". */
    synchronized int mark() {
        return lines.size();
    }

    synchronized List<Line> since(int mark) {
        return List.copyOf(lines.subList(mark, lines.size()));
    }

    /**
     * Waits for a line.
     *
     * @param mark where to begin; see {@link #mark}
     * @param wanted which line
     * @param what the line in words, for the message of the exception
     * @throws DemoException if it does not come in time, or the process ended
     */
    synchronized Line await(int mark, Predicate<Line> wanted, String what, Duration patience)
            throws DemoException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        int next = mark;
        while (true) {
            for (; next < lines.size(); next++) {
                if (wanted.test(lines.get(next))) {
                    return lines.get(next);
                }
            }
            long millisLeft = (deadline - System.nanoTime()) / 1_000_000;
            if (ended || millisLeft <= 0) {
                String why = ended ? "the application ended" : "waited " + patience.toSeconds() + " s";
                throw new DemoException("missing: " + what + " (" + why + ")");
            }
            wait(millisLeft);
        }
    }
}
