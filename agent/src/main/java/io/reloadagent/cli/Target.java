package io.reloadagent.cli;

import io.reloadagent.settings.FileName;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Duration;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The options that say which agent is meant. {@link #agent} is the one place that turns them, or the number of a process, into a way to
 * reach it.
 */
final class Target {

    private static final int LONGEST_SECONDS = 86_400;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Where the agent listens. Default: what --config says, or " + AgentUrl.DEFAULT + ".")
    private String url;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The agent's configuration file, for its http.address and http.token-file.")
    private String config;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "The file with the agent's token. Default: what --config says, or ~/.reload-agent/token.")
    private String tokenFile;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long to wait for the answer. Default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Mixin
    private ClientKeys keys;

    /**
     * The agent, which is not asked anything yet.
     *
     * @param pid the number of its process; null if the options say where it is
     * @throws WrongCallException if the options cannot mean one
     */
    AgentClient agent(String pid) throws WrongCallException {
        if (seconds < 1 || seconds > LONGEST_SECONDS) {
            throw new WrongCallException("--timeout is a number of seconds from 1 to " + LONGEST_SECONDS);
        }
        if (pid != null) {
            return process(pid);
        }
        try {
            ConfiguredTarget configured = config == null ? null : ConfiguredTarget.read(config);
            AgentUrl address = AgentUrl.parse(address(configured));
            return new UrlClient(
                    address, new StoredToken(token(configured)).read(), keys.factory(), Duration.ofSeconds(seconds));
        } catch (InvalidPathException noName) {
            throw new WrongCallException(
                    "--config, --token-file or a file of TLS: not the name of a file: " + noName.getReason(), noName);
        }
    }

    private AgentClient process(String pid) throws WrongCallException {
        if (url != null || config != null || tokenFile != null || keys.areGiven()) {
            throw new WrongCallException(
                    "name the agent by its process, or by --url, --config, --token-file and what belongs to TLS; not both");
        }
        return new ProcessClient(ProcessNumber.parse(pid), Duration.ofSeconds(seconds));
    }

    private String address(ConfiguredTarget configured) throws WrongCallException {
        if (url != null) {
            return url;
        }
        return configured == null ? AgentUrl.DEFAULT : configured.scheme() + configured.address();
    }

    private Path token(ConfiguredTarget configured) throws WrongCallException {
        String name = tokenFile != null ? FileName.expand(tokenFile) : configured == null ? "" : configured.tokenFile();
        return name.isEmpty() ? Paths.get(System.getProperty("user.home"), ".reload-agent", "token") : Paths.get(name);
    }
}
