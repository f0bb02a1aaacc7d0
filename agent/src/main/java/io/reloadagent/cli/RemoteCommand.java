package io.reloadagent.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A verb that asks a running agent. */
@Command(
        mixinStandardHelpOptions = true,
        versionProvider = ImplementationVersion.class,
        descriptionHeading = "%n",
        parameterListHeading = "%n",
        optionListHeading = "%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:refused or failed; stderr says what, where, and what to do",
            "2:the call is wrong, or the token file cannot be used",
            "3:no agent was reached at that address or in that process, or not in time"
        },
        footerHeading = "%nExamples:%n")
abstract class RemoteCommand implements Callable<Integer> {

    @Mixin
    private Target target;

    @Option(names = "--json", description = "Print the agent's JSON as it is, for programs.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    /** The number of the agent's process, as it was given; null if an address is meant. */
    abstract String pid();

    /** What the verb does with an agent. */
    abstract ExitStatus run(AgentClient agent, Screen screen) throws NotReachedException, WrongCallException;

    @Override
    public final Integer call() {
        Screen screen = Screen.of(spec.commandLine());
        try (AgentClient agent = target.agent(pid())) {
            return run(agent, screen).code();
        } catch (WrongCallException wrong) {
            screen.problem(wrong.getMessage());
            return ExitStatus.WRONG_CALL.code();
        } catch (NotReachedException nobody) {
            screen.problem(nobody.getMessage());
            return ExitStatus.NOT_REACHED.code();
        }
    }

    /** Whether a program reads. */
    boolean isJson() {
        return json;
    }

    /** Says why the agent did not do it, and what to do. */
    static ExitStatus refused(Reply reply, Screen screen) {
        screen.problem("refused (" + reply.status() + "): " + reply.detail());
        if (reply.status() == 401) {
            screen.advice(
                    "The token file is not that of this agent: its log tells in the line 'HTTP listens at' which one"
                            + " is; name it with --token-file.");
        }
        return ExitStatus.FAILED;
    }
}
