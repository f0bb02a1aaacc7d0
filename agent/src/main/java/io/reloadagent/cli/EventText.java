package io.reloadagent.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An event, a CloudEvents document, in one line for people. Immutable. */
final class EventText {

    /** The reload is named in short, and the time stands at the begin of the line. */
    private static final Set<String> SAID = new HashSet<>(Arrays.asList("reloadID", "timestamp"));

    private static final int SHORT_ID = 8;

    private final JsonNode event;

    EventText(JsonNode event) {
        this.event = event;
    }

    /** Whether it tells of something that went wrong. */
    boolean isFailure() {
        String type = event.path("type").asText();
        return type.endsWith("reload.failed") || type.endsWith("reload.rolledback");
    }

    @Override
    public String toString() {
        JsonNode data = event.path("data");
        String id = data.path("reloadID").asText();
        List<String> parts = new ArrayList<>();
        parts.add(Texts.time(event, "time"));
        parts.add(id.substring(0, Math.min(id.length(), SHORT_ID)));
        parts.add(Texts.of(event, "type"));
        for (Map.Entry<String, JsonNode> entry : data.properties()) {
            if (!SAID.contains(entry.getKey()) && !entry.getValue().isNull()) {
                parts.add(entry.getKey() + "=" + Texts.value(entry.getValue(), "-"));
            }
        }
        return String.join("  ", parts);
    }
}
