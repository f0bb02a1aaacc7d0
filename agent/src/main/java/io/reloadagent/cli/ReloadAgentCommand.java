package io.reloadagent.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command without a verb: says what there is. */
@Command(
        name = "java -jar reload-agent.jar",
        mixinStandardHelpOptions = true,
        versionProvider = ImplementationVersion.class,
        synopsisSubcommandLabel = "[VERB]",
        descriptionHeading = "%n",
        description = "Gives configuration fields of a running JVM new values, all or nothing, without a restart.",
        optionListHeading = "%n",
        subcommands = {
            ScanCommand.class,
            CheckCommand.class,
            ListCommand.class,
            AttachCommand.class,
            StopCommand.class,
            StatusCommand.class,
            HealthCommand.class,
            ReloadCommand.class,
            RollbackCommand.class,
            HistoryCommand.class,
            DiffCommand.class,
            WatchCommand.class,
            LogLevelCommand.class,
            ResetBreakerCommand.class,
            CompletionCommand.class
        },
        commandListHeading = "%nVerbs:%n",
        footerHeading = "%nInstalling it in an application whose fields are annotated with @Dynamic:%n",
        footer = {
            "  java -javaagent:reload-agent.jar=source=app.yaml -jar app.jar",
            "",
            "or with a configuration file, which can name fields of any class:",
            "  java -javaagent:reload-agent.jar=config=reload.yaml -jar app.jar"
        })
public final class ReloadAgentCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    ReloadAgentCommand() {}

    /**
     * Runs a command line, in a JVM of its own: the JDK's HTTP client is told not to send a request again by itself when a
     * connection breaks, for the first one may have been carried out.
     *
     * @return the exit code: 0 when it did what was asked, 1 when it found something wrong, 2 when the call is wrong, 3 when
     *     no agent was reached
     */
    public static int run(String... arguments) {
        System.setProperty("sun.net.http.retryPost", "false");
        return run(System.out, System.err, arguments);
    }

    static int run(PrintStream out, PrintStream err, String... arguments) {
        CommandLine command =
                new CommandLine(new ReloadAgentCommand()).setOut(writer(out)).setErr(writer(err));
        SettingsHelp.addTo(command);
        return command.execute(arguments);
    }

    /** In the encoding that the terminal is said to have. */
    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(new CheckedOutput(stream), Charset.defaultCharset()), true);
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return CommandLine.ExitCode.USAGE;
    }
}
