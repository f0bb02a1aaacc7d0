package io.reloadagent.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows how the agent is, and each dynamic field. */
@Command(
        name = "status",
        description = {
            "Shows how the agent is, and the dynamic fields.",
            "It is done also if not all is well: health tells that by its exit code."
        },
        footer = {
            "  java -jar reload-agent.jar status 4711",
            "  java -jar reload-agent.jar status --url http://127.0.0.1:7099",
            "  java -jar reload-agent.jar status --config reload.yaml --json"
        })
final class StatusCommand extends AnswerCommand {

    static final String PATH = "/admin/status";

    @Parameters(
            arity = "0..1",
            paramLabel = "PID",
            description = "The agent's process, on this machine; list shows them. Instead of --url.")
    private String pid;

    @Override
    String pid() {
        return pid;
    }

    @Override
    Reply ask(AgentClient agent) throws NotReachedException {
        return agent.get(PATH);
    }

    @Override
    void show(JsonNode status, Screen screen, AgentClient agent) {
        boolean healthy = status.path("healthy").asBoolean();
        Table table = new Table();
        table.row("version", Texts.of(status, "version"));
        table.row("last reload", lastReload(status));
        add(table, "last error", status.path("lastError"));
        if (status.path("backingOffSeconds").asLong() > 0) {
            table.row("backing off", Texts.of(status, "backingOffSeconds") + " s");
        }
        List<String> drift = Texts.list(status, "drift");
        table.row("drift", drift.isEmpty() ? "none" : String.join(", ", drift));
        table.row("history", history(status.path("history")));
        add(table, "log level", status.path("logLevel"));
        Texts.list(status, "notes").forEach(note -> table.row("note", note));

        String state = "state        " + Texts.of(status, "state") + (healthy ? ", all is well" : ", not all is well");
        if (healthy) {
            screen.good(state);
        } else {
            screen.notable(state);
            Texts.list(status, "problems").forEach(problem -> screen.notable("  " + problem));
        }
        table.lines().forEach(screen::line);
        showFields(status.path("fields"), screen);
        showMethods(status.path("apply"), screen);
        showLoggers(status.path("loggers"), screen);
    }

    private static void showMethods(JsonNode methods, Screen screen) {
        if (methods.isEmpty()) {
            return;
        }
        Table table = new Table("PATH", "METHOD", "INSTANCES", "VALUE OF", "PROBLEM");
        for (JsonNode method : methods) {
            table.row(
                    Texts.of(method, "path"),
                    Texts.of(method, "method"),
                    Texts.of(method, "instances"),
                    method.path("overridden").asBoolean() ? "source" : "application",
                    Texts.value(method.path("problem"), "-"));
        }
        screen.line("");
        table.lines().forEach(screen::line);
    }

    private static void showLoggers(JsonNode loggers, Screen screen) {
        if (loggers.isEmpty()) {
            return;
        }
        Table table = new Table("LOGGER", "LEVEL", "LIBRARY");
        for (JsonNode logger : loggers) {
            table.row(Texts.of(logger, "logger"), Texts.of(logger, "level"), Texts.of(logger, "library"));
        }
        screen.line("");
        table.lines().forEach(screen::line);
    }

    private static void add(Table table, String name, JsonNode value) {
        if (!value.isNull() && !value.isMissingNode()) {
            table.row(name, Texts.value(value, "-"));
        }
    }

    private static String lastReload(JsonNode status) {
        return status.path("lastOutcome").isTextual()
                ? Texts.of(status, "lastOutcome") + " at " + Texts.time(status, "lastReloadTime")
                : "none yet";
    }

    private static String history(JsonNode history) {
        List<String> parts = new ArrayList<>();
        parts.add(
                history.path("onDisk").asBoolean()
                        ? Texts.of(history, "entries") + " entries in " + Texts.of(history, "directory")
                        : "in memory only");
        if (history.path("problem").isTextual()) {
            parts.add(Texts.of(history, "problem"));
        }
        if (history.path("lastKnownGood").isObject()) {
            parts.add(
                    "serves version " + Texts.of(history.path("lastKnownGood"), "version") + " as the last known good");
        }
        return String.join("; ", parts);
    }

    private static void showFields(JsonNode fields, Screen screen) {
        screen.line("");
        if (fields.isEmpty()) {
            screen.line("No class with dynamic fields is loaded.");
            return;
        }
        Table table = new Table("PATH", "FIELD", "READS", "VALUE OF", "SITES", "CLASSES");
        for (JsonNode field : fields) {
            table.row(
                    Texts.of(field, "path"),
                    Texts.of(field, "field"),
                    Texts.of(field, "state"),
                    field.path("overridden").asBoolean() ? "source" : "application",
                    Texts.of(field, "sites"),
                    Texts.of(field, "classes"));
        }
        table.lines().forEach(screen::line);
    }
}
