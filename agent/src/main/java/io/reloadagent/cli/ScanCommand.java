package io.reloadagent.cli;

import io.reloadagent.report.Json;
import io.reloadagent.scan.Archive;
import io.reloadagent.scan.RulesFile;
import io.reloadagent.scan.Scan;
import io.reloadagent.scan.ScanResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks for what could be reloaded in an application that nobody here wrote. */
@Command(
        name = "scan",
        mixinStandardHelpOptions = true,
        versionProvider = ImplementationVersion.class,
        descriptionHeading = "%n",
        description = {
            "Looks into an application's class files for what could be reloaded: configuration-like classes, their fields,"
                    + " who reads each, and which would never notice a change. Runs nothing of it.",
            "Writes rules to start from, on request."
        },
        parameterListHeading = "%n",
        optionListHeading = "%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:something was found",
            "1:nothing was found, or it cannot be read; stderr says why",
            "2:the call is wrong"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  java -jar reload-agent.jar scan app.jar",
            "  java -jar reload-agent.jar scan --package com.zaxxer.hikari app.jar",
            "  java -jar reload-agent.jar scan -o reload.yaml /opt/service/lib",
            "  java -jar reload-agent.jar scan 4711"
        })
final class ScanCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "TARGET",
            description = "A jar, also one with jars in it, a war, a directory, or the number of a process (Linux).")
    private String target;

    @Option(
            names = "--package",
            paramLabel = "NAME",
            split = ",",
            description = "Only classes of this package and beneath, in libraries, too.")
    private List<String> packages = new ArrayList<>();

    @Option(names = "--all", description = "Show every candidate with its fields, not only the first.")
    private boolean all;

    @Option(names = "--json", description = "Print one JSON object, for programs.")
    private boolean json;

    @Option(names = "--rules", description = "Print rules to start from (YAML), and nothing else.")
    private boolean rules;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write rules to start from to a file, besides.")
    private String output;

    @Option(names = "--force", description = "Replace that file, if it is there.")
    private boolean force;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Screen screen = Screen.of(spec.commandLine());
        try {
            return run(screen);
        } catch (FileAlreadyExistsException e) {
            screen.problem(output + " is there already; choose another name, or add --force to replace it");
            return ExitStatus.FAILED.code();
        } catch (NoSuchFileException e) {
            screen.problem(e.getFile() + ": there is no such file or directory");
            return ExitStatus.FAILED.code();
        } catch (InvalidPathException | IOException e) {
            screen.problem(String.valueOf(e.getMessage()));
            return ExitStatus.FAILED.code();
        }
    }

    private int run(Screen screen) throws IOException {
        List<String> whole = new ArrayList<>(packages);
        whole.replaceAll(name -> name.endsWith(".*") ? name.substring(0, name.length() - 1) : name);
        ScanResult result = Scan.of(archive(screen), whole);
        List<String> lines = RulesFile.of(result, target);
        if (output != null) {
            Files.write(Paths.get(output), lines, StandardCharsets.UTF_8, options());
        }
        if (rules) {
            lines.forEach(screen::raw);
        } else if (json) {
            screen.raw(Json.write(ScanMap.of(result)));
        } else {
            new ScanText(result, all).show(screen);
            if (!result.candidates().isEmpty()) {
                screen.line("");
                screen.line(advice());
            }
        }
        if (result.candidates().isEmpty()) {
            screen.advice("nothing that looks like a configuration was found in " + result.ownClasses() + " of "
                    + result.classes() + " classes; --package NAME looks into libraries, too");
            return ExitStatus.FAILED.code();
        }
        return ExitStatus.DONE.code();
    }

    private OpenOption[] options() {
        return force
                ? new OpenOption[] {
                    StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE
                }
                : new OpenOption[] {StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE};
    }

    private String advice() {
        return output == null
                ? "Rules to start from: add -o reload.yaml. Every field: --all. A library: --package NAME."
                : "Rules to start from are in " + output + ". Check them: java -jar reload-agent.jar check " + output
                        + " --app " + target;
    }

    private Archive archive(Screen screen) throws IOException {
        Path file = Paths.get(target);
        if (!target.matches("[0-9]{1,10}") || Files.exists(file)) {
            return Archive.of(Collections.singletonList(file));
        }
        ProcessClassPath classPath = ProcessClassPath.of(target);
        classPath.missing().forEach(missing -> screen.advice("left out: " + missing));
        return Archive.of(classPath.entries());
    }
}
