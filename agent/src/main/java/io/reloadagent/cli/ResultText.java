package io.reloadagent.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Supplier;

/** How a reload ended, in lines for people: what is good on stdout, the rest on stderr. Immutable. */
final class ResultText {

    private static final String OWN = "(the field's own)";

    private final JsonNode result;
    private final String outcome;
    private final String version;

    ResultText(JsonNode result) {
        this.result = result;
        this.outcome = result.path("outcome").asText();
        this.version = Texts.of(result, "version");
    }

    /** @param fields asked for only if there are changes to show */
    void show(Screen screen, Supplier<FieldNames> fields) {
        boolean isGood = true;
        switch (outcome) {
            case "APPLIED":
                screen.good("applied: version " + version + " is in force, " + changeCount() + ", "
                        + Texts.of(result, "durationMillis") + " ms");
                break;
            case "ACCEPTED":
                screen.good("would be applied: " + changeCount() + "; nothing has changed, version " + version
                        + " is in force");
                break;
            case "UNCHANGED":
                screen.line("unchanged: no dynamic field differs, version " + version + " is in force");
                break;
            default:
                isGood = false;
                showFailure(screen);
        }
        if (isGood) {
            changes(fields).forEach(line -> screen.line("  " + line));
        } else {
            changes(fields).forEach(line -> screen.advice("  " + (isInForce() ? "" : "not applied: ") + line));
        }
        showRest(screen);
    }

    private boolean isInForce() {
        return outcome.equals("INCOMPLETE");
    }

    private String changeCount() {
        return Texts.count(result.path("changes").size(), "change");
    }

    private List<String> changes(Supplier<FieldNames> fields) {
        Table table = new Table();
        if (!result.path("changes").isEmpty()) {
            FieldNames names = fields.get();
            for (JsonNode change : result.path("changes")) {
                String path = Texts.of(change, "path");
                table.row(path, names.at(path), values(change.path("oldValue"), change.path("newValue"), OWN));
            }
        }
        return table.lines();
    }

    /** {@code 10 -> 20}. */
    static String values(JsonNode before, JsonNode after, String nothing) {
        return Texts.value(before, nothing) + " -> " + Texts.value(after, nothing);
    }

    private void showFailure(Screen screen) {
        screen.problem(outcome + ": version " + version + (isInForce() ? " is in force" : " stays"));
        List<String> problems = Texts.list(result, "problemLines");
        if (problems.isEmpty()) {
            screen.problem("  " + Texts.of(result, "message"));
        }
        problems.forEach(problem -> screen.problem("  " + problem));
        screen.advice(whatToDo());
    }

    private String whatToDo() {
        switch (outcome) {
            case "REFUSED":
                return "Nothing was changed. Mend what is named above, then reload again.";
            case "ROLLED_BACK":
                return "Everything is as before. See to " + modules() + ", then reload again.";
            case "BACKING_OFF":
                return "Nothing was tried: the same failed a moment ago. Wait " + Texts.of(result, "retryAfterSeconds")
                        + " s, or end the wait with reset-breaker.";
            case "DEGRADED":
                return "The fields are those of version " + version + ", but " + modules()
                        + " may not be. Mend it and reload, or restart the application.";
            case "INCOMPLETE":
                return "The fields are those of version " + version + ", but " + modules() + " did not take it over.";
            default:
                return "The agent's log tells more.";
        }
    }

    private String modules() {
        List<String> failed = Texts.list(result, "failedModules");
        if (!failed.isEmpty()) {
            return "module " + String.join(", ", failed);
        }
        return result.path("failedModule").isTextual() ? "module " + Texts.of(result, "failedModule") : "the module";
    }

    private void showRest(Screen screen) {
        Texts.list(result, "restartRequired").forEach(path -> screen.notable("  needs a restart: " + path));
        Texts.list(result, "skippedModules")
                .forEach(module -> screen.notable("  left alone, it cannot reload now: module " + module));
        result.path("warnings").forEach(warning -> screen.advice("warning: " + place(warning)));
    }

    private static String place(JsonNode problem) {
        StringBuilder text = new StringBuilder();
        if (problem.path("source").isTextual()) {
            text.append(problem.path("source").asText());
            if (problem.path("line").asInt() > 0) {
                text.append(':').append(problem.path("line").asInt());
                text.append(':').append(problem.path("column").asInt());
            }
            text.append(' ');
        }
        if (problem.path("path").isTextual()) {
            text.append(problem.path("path").asText()).append(": ");
        }
        return text.append(problem.path("message").asText()).toString();
    }
}
