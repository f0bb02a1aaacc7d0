package io.reloadagent.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which dynamic fields follow a path, as far as the agent tells. Immutable. */
final class FieldNames {

    static final FieldNames NONE = new FieldNames(Collections.emptyMap());

    private final Map<String, String> byPath;

    private FieldNames(Map<String, String> byPath) {
        this.byPath = byPath;
    }

    /** Asks an agent; none if it does not tell any more: what was done before is told without them. */
    static FieldNames of(AgentClient agent) {
        try {
            Reply status = agent.get(StatusCommand.PATH);
            return status.isSuccess() ? in(status.json()) : NONE;
        } catch (NotReachedException goneMeanwhile) {
            return NONE;
        }
    }

    /** Those that a status lists. */
    static FieldNames in(JsonNode status) {
        Map<String, String> names = new LinkedHashMap<>();
        status.path("fields")
                .forEach(field -> names.merge(
                        field.path("path").asText(), field.path("field").asText(), FieldNames::together));
        return new FieldNames(names);
    }

    private static String together(String some, String another) {
        return Stream.concat(Stream.of(some.split(", ")), Stream.of(another))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** {@code com.acme.Pool.size}, several with commas between; empty if none is known. */
    String at(String path) {
        return byPath.getOrDefault(path, "");
    }
}
