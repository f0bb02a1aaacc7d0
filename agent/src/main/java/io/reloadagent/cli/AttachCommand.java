package io.reloadagent.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.reloadagent.process.Jvm;
import io.reloadagent.process.Jvms;
import io.reloadagent.process.Result;
import io.reloadagent.process.Session;
import io.reloadagent.process.UnreachableException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Loads the agent into a JVM that runs already. */
@Command(
        name = "attach",
        description = {
            "Loads the agent into a JVM that runs already, and waits until it runs there.",
            "Methods that are running keep their code until they are called again: main's loop, for example. If the"
                    + " configuration is wrong, it is said where, and the application stays as it is."
        },
        footer = {
            "  java -jar reload-agent.jar attach 4711 --config reload.yaml",
            "  java -jar reload-agent.jar attach 4711 --source app.yaml --set log.level=debug",
            "",
            "Java 21 and newer write a warning into the application's stderr then, unless",
            "it was started with -XX:+EnableDynamicAgentLoading."
        })
final class AttachCommand extends LocalCommand {

    private static final int LOOK_MILLIS = 100;
    private static final int WARNS_SINCE = 21;

    @Parameters(paramLabel = "PID", description = "The JVM's process; list shows them.")
    private String pid;

    @Option(names = "--config", paramLabel = "FILE", description = "The agent's configuration file.")
    private String config;

    @Option(
            names = "--source",
            paramLabel = "FILE",
            description = "The file that the values come from; in place of a configuration file.")
    private String source;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description =
                    "A setting of the agent, as --help of the command without a verb lists them. Can be repeated.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Mixin
    private Patience patience;

    @Override
    ExitStatus run(Screen screen) throws WrongCallException, NotReachedException, UnreachableException {
        long process = ProcessNumber.parse(pid);
        Duration timeout = patience.duration();
        Result result;
        try (Session session = Session.with(process, timeout)) {
            result = session.order(
                    "attach", AgentArguments.of(config, source, settings).toString());
        }
        if (!result.is("started")) {
            screen.problem("process " + process + ": " + result.text());
            screen.advice(
                    result.is("running")
                            ? "status " + process + " shows it, reload " + process + " has it reload, stop " + process
                                    + " takes it out."
                            : "The application was not touched.");
            return ExitStatus.FAILED;
        }
        JsonNode status = ready(process, timeout, screen);
        return status == null ? ExitStatus.FAILED : show(process, status, screen);
    }

    /** Waits until all classes were reached; null if the agent has taken itself out. */
    private static JsonNode ready(long process, Duration timeout, Screen screen) throws NotReachedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        try (AgentClient agent = new ProcessClient(process, timeout)) {
            JsonNode status = agent.get(StatusCommand.PATH).json();
            while (reached(status) == null && System.nanoTime() - deadline < 0) {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
                status = agent.get(StatusCommand.PATH).json();
            }
            return status;
        } catch (NoAgentException out) {
            screen.problem(
                    "process " + process
                            + ": the agent cannot do its work in this JVM, and has taken itself out; the application's stderr says why");
            return null;
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new NotReachedException("interrupted; the agent is in process " + process, ending);
        }
    }

    /** What the agent says of it; null as long as it does not. */
    private static String reached(JsonNode status) {
        List<String> notes = Texts.list(status, "notes");
        return notes.stream()
                .filter(note -> note.contains("attached; "))
                .map(note -> note.substring(note.indexOf("attached; ")))
                .findFirst()
                .orElse(null);
    }

    private ExitStatus show(long process, JsonNode status, Screen screen) {
        boolean healthy = status.path("healthy").asBoolean();
        if (isJson()) {
            screen.raw(status.toString());
            return healthy ? ExitStatus.DONE : ExitStatus.FAILED;
        }
        Jvm jvm = Jvms.find(process);
        String where = "process " + process + (jvm == null || jvm.main().isEmpty() ? "" : " (" + jvm.main() + ")");
        String reached = reached(status);
        screen.good("the agent runs in " + where + ", version " + Texts.of(status, "version") + " is in force");
        screen.line(
                reached == null
                        ? "not all classes that were loaded before are reached yet; status " + process + " tells when"
                        : reached);
        screen.line("status " + process + " shows each field; stop " + process + " takes the agent out");
        if (jvm != null && feature(jvm.version()) >= WARNS_SINCE) {
            screen.advice("Java " + jvm.version()
                    + " has written a warning about agents that are loaded while it runs into the"
                    + " application's stderr, unless it was started with -XX:+EnableDynamicAgentLoading.");
        }
        if (healthy) {
            return ExitStatus.DONE;
        }
        screen.problem("not all is well: " + Texts.of(status, "state"));
        Texts.list(status, "problems").forEach(screen::problem);
        screen.advice(
                "Until that is mended, the fields have the application's own values, or those of the last version.");
        return ExitStatus.FAILED;
    }

    /** Of a version: 8, 17 or 25; 0 if unknown. */
    private static int feature(String version) {
        String number = version.replaceFirst("^1\\.", "").replaceFirst("\\D.*", "");
        return number.isEmpty() ? 0 : Integer.parseInt(number);
    }
}
