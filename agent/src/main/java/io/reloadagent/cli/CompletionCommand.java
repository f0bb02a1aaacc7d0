package io.reloadagent.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Writes what a shell needs to complete verbs and options. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        versionProvider = ImplementationVersion.class,
        descriptionHeading = "%n",
        description = {
            "Prints a script by which bash and zsh complete verbs and options.",
            "It is for 'reload-agent', a function of the shell that stands for 'java -jar reload-agent.jar'."
        },
        optionListHeading = "%n",
        footerHeading = "%nExample, for ~/.bashrc:%n",
        footer = {"  reload-agent() { java -jar /opt/reload-agent.jar \"$@\"; }", "  source <(reload-agent completion)"
        })
final class CompletionCommand implements Callable<Integer> {

    private static final String NAME = "reload-agent";

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(AutoComplete.bash(NAME, spec.root().commandLine()));
        spec.commandLine().getOut().flush();
        return ExitStatus.DONE.code();
    }
}
