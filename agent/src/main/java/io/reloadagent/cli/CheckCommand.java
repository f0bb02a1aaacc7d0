package io.reloadagent.cli;

import io.reloadagent.settings.HttpAddress;
import io.reloadagent.settings.SettingCatalog;
import io.reloadagent.settings.Settings;
import io.reloadagent.settings.SettingsException;
import io.reloadagent.settings.SettingsReader;
import io.reloadagent.source.Document;
import io.reloadagent.source.Leaves;
import io.reloadagent.source.SourceException;
import java.io.PrintWriter;
import java.util.Collections;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
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

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try {
            Settings settings = new SettingsReader(new Properties(), Collections.emptyMap()).readFile(file);
            String refusal = refusal(settings.get(SettingCatalog.HTTP_ADDRESS));
            if (refusal != null) {
                err.println(refusal);
                return 1;
            }
            SourceCheck check = new SourceCheck(settings);
            Document document = check.read();
            check.warnings(document).forEach(warning -> err.println("warning: " + warning));
            out.println(file + ": " + SourceCheck.plural(settings.rules().size(), "rule") + ", "
                    + SourceCheck.plural(Leaves.of(document.root()).size(), "value") + " in " + document.name());
            check.contents().forEach(line -> out.println("  " + line));
            out.println("(not checked: classes, and the types of values; they are known when the application runs)");
            return 0;
        } catch (SettingsException | SourceException e) {
            err.println(e.getMessage());
            return 1;
        }
    }

    /** The agent goes on without HTTP if the address is wrong; whoever checks wants to know. Null if it is right. */
    private static String refusal(String address) {
        try {
            if (!address.isEmpty()) {
                HttpAddress.parse(address);
            }
            return null;
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }
}
