package io.reloadagent;

import io.reloadagent.trigger.CliTrigger;
import java.util.function.Consumer;

/** What is asked of the agent that runs by attaching to its JVM once more. Thread-safe. */
final class Attachments implements Consumer<String> {

    private static final String STOP = "stop";

    private final CliTrigger cli;
    private final Reporting reporting;
    private final Runnable stop;

    Attachments(CliTrigger cli, Reporting reporting, Runnable stop) {
        this.cli = cli;
        this.reporting = reporting;
        this.stop = stop;
    }

    /**
     * Does it.
     *
     * @param order {@code stop} stops the agent, and returns when it has stopped; else the folder of a command to be answered
     * @throws IllegalStateException if it cannot be done, with the reason
     */
    @Override
    public void accept(String order) {
        if (order.equals(STOP)) {
            reporting.stoppedByAttaching();
            stop.run();
        } else {
            cli.open(order);
        }
    }
}
