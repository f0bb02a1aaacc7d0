package io.reloadagent.cli;

import java.time.Duration;
import picocli.CommandLine.Option;

/** How long a verb waits for a JVM. */
final class Patience {

    private static final int LONGEST_SECONDS = 86_400;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long to wait for the JVM. Default: ${DEFAULT-VALUE}.")
    private int seconds;

    Duration duration() throws WrongCallException {
        if (seconds < 1 || seconds > LONGEST_SECONDS) {
            throw new WrongCallException("--timeout is a number of seconds from 1 to " + LONGEST_SECONDS);
        }
        return Duration.ofSeconds(seconds);
    }
}
