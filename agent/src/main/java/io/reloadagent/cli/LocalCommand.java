package io.reloadagent.cli;

import io.reloadagent.process.UnreachableException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A verb for JVMs of this machine. */
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
            "2:the call is wrong",
            "3:the JVM cannot be reached, or not in time"
        },
        footerHeading = "%nExamples:%n")
abstract class LocalCommand implements Callable<Integer> {

    @Option(names = "--json", description = "Print one JSON object, for programs.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    /** What the verb does. */
    abstract ExitStatus run(Screen screen) throws WrongCallException, NotReachedException, UnreachableException;

    @Override
    public final Integer call() {
        Screen screen = Screen.of(spec.commandLine());
        try {
            return run(screen).code();
        } catch (WrongCallException wrong) {
            screen.problem(wrong.getMessage());
            return ExitStatus.WRONG_CALL.code();
        } catch (NotReachedException | UnreachableException nobody) {
            screen.problem(nobody.getMessage());
            return ExitStatus.NOT_REACHED.code();
        }
    }

    /** Whether a program reads. */
    boolean isJson() {
        return json;
    }
}
