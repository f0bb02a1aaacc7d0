package io.reloadagent.cli;

import io.reloadagent.report.Json;
import io.reloadagent.settings.Settings;
import io.reloadagent.settings.SettingsException;
import io.reloadagent.settings.SettingsReader;
import io.reloadagent.source.Document;
import io.reloadagent.source.Leaves;
import io.reloadagent.source.Problem;
import io.reloadagent.source.SourceException;
import java.io.PrintWriter;
import java.util.Collections;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks a configuration before an application is started with it. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        descriptionHeading = "%n",
        description = "Checks a configuration file of the agent, and reads the sources that it names.",
        parameterListHeading = "%n",
        optionListHeading = "%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing is wrong; there may be warnings on stderr",
            "1:something is wrong; it is said on stderr",
            "2:the call is wrong"
        },
        footerHeading = "%nExample:%n",
        footer = "  java -jar reload-agent.jar check reload.yaml")
final class CheckCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The agent's configuration file.")
    private String file;

    @Option(names = "--json", description = "Print one JSON object, for programs.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        CheckReport report = report();
        if (json) {
            out.println(Json.write(report.toMap()));
        } else {
            report.print(out, err);
        }
        return report.isGood() ? 0 : 1;
    }

    private CheckReport report() {
        CheckReport report = new CheckReport(file);
        try {
            Settings settings = new SettingsReader(new Properties(), Collections.emptyMap()).readFile(file);
            SourceCheck check = new SourceCheck(settings);
            Document document = check.read();
            check.warnings(document).forEach(report::warning);
            report.counted(settings.rules().size(), Leaves.of(document).size(), document.name(), check.contents());
        } catch (SettingsException e) {
            report.problem(new Problem(null, null, e.getMessage()));
        } catch (SourceException e) {
            e.problems().forEach(report::problem);
        }
        return report;
    }
}
