package io.reloadagent.examples.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Edits the configuration file of a running application and shows what its threads read. */
public final class Demo {

    private Demo() {}

    /**
     * Runs the demo; ends with exit code 1 if anything that it promises does not happen, 2 if called wrongly.
     *
     * @param args the paths of {@code reload-agent.jar} and {@code legacy-app.jar}
     */
    public static void main(String[] args) {
        if (args.length != 2 || !Files.isRegularFile(Path.of(args[0])) || !Files.isRegularFile(Path.of(args[1]))) {
            System.err.println("usage: Demo PATH_OF_reload-agent.jar PATH_OF_legacy-app.jar; both must exist");
            System.exit(2);
        }
        try {
            run(Path.of(args[0]).toAbsolutePath(), Path.of(args[1]).toAbsolutePath());
            System.out.println("Done: everything happened as promised.");
        } catch (DemoException e) {
            System.out.println("THE DEMO FAILED: " + e.getMessage());
            System.exit(1);
        } catch (IOException | InterruptedException e) {
            System.out.println("THE DEMO FAILED: " + e);
            System.exit(1);
        }
    }

    private static void run(Path agentJar, Path applicationJar)
            throws DemoException, IOException, InterruptedException {
        try (WorkingDirectory directory = WorkingDirectory.create(Scenario.AT_START);
                RunningApplication application = RunningApplication.start(agentJar, applicationJar, directory.path())) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> cleanUp(application, directory)));
            Scenario scenario = new Scenario(directory, application.output());
            scenario.start();
            scenario.goodEdit();
            scenario.quickEdits();
            scenario.badEdit();
            scenario.correctedEdit();
            System.out.println("6. The service is stopped.");
        }
    }

    private static void cleanUp(RunningApplication application, WorkingDirectory directory) {
        application.close();
        try {
            directory.close();
        } catch (IOException e) {
            System.err.println("could not delete " + directory.path() + ": " + e);
        }
    }
}
