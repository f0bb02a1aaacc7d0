package io.reloadagent.cli;

import io.reloadagent.report.Json;
import io.reloadagent.scan.Archive;
import io.reloadagent.settings.Settings;
import io.reloadagent.settings.SettingsException;
import io.reloadagent.settings.SettingsReader;
import io.reloadagent.source.Document;
import io.reloadagent.source.Leaves;
import io.reloadagent.source.Problem;
import io.reloadagent.source.SourceException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
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
        description = {
            "Checks a configuration file of the agent, and reads the sources that it names.",
            "With --app, compares its rules with the application's class files, and the values with the types of the fields."
        },
        parameterListHeading = "%n",
        optionListHeading = "%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing is wrong; there may be warnings on stderr",
            "1:something is wrong; it is said on stderr",
            "2:the call is wrong"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  java -jar reload-agent.jar check reload.yaml",
            "  java -jar reload-agent.jar check --config reload.yaml --app app.jar"
        })
final class CheckCommand implements Callable<Integer> {

    @ArgGroup(multiplicity = "1")
    private Configuration configuration;

    @Option(
            names = "--app",
            paramLabel = "TARGET",
            split = ",",
            description = "The application: a jar, a war, a directory; or several of those, as a class path.")
    private List<String> application = new ArrayList<>();

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
        String file = configuration.file();
        CheckReport report = new CheckReport(file);
        try {
            Settings settings = new SettingsReader(new Properties(), Collections.emptyMap()).readFile(file);
            SourceCheck check = new SourceCheck(settings);
            Document document = check.read();
            check.warnings(document).forEach(report::warning);
            if (!application.isEmpty()) {
                compare(settings, file, document, report);
            }
            report.counted(settings.rules().size(), Leaves.of(document).size(), document.name(), check.contents());
        } catch (SettingsException e) {
            report.problem(new Problem(null, null, e.getMessage()));
        } catch (SourceException e) {
            e.problems().forEach(report::problem);
        }
        return report;
    }

    private void compare(Settings settings, String file, Document document, CheckReport report) throws SourceException {
        try {
            Archive archive = Archive.of(application.stream().map(Paths::get).collect(Collectors.toList()));
            ApplicationCheck.run(settings, file, document, archive, report);
        } catch (NoSuchFileException e) {
            report.problem(new Problem(null, null, e.getFile() + ": there is no such file or directory"));
        } catch (IOException | InvalidPathException e) {
            report.problem(new Problem(null, null, String.valueOf(e.getMessage())));
        }
    }

    /** The configuration file, by either of two ways to name it. */
    private static final class Configuration {

        @Parameters(paramLabel = "FILE", description = "The agent's configuration file.")
        private String positional;

        @Option(names = "--config", paramLabel = "FILE", description = "The same.")
        private String named;

        String file() {
            return named == null ? positional : named;
        }
    }
}
