package io.reloadagent.trigger;

import io.reloadagent.reload.Health;
import io.reloadagent.reload.State;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** States of an agent with one dynamic field. */
final class States {

    private States() {}

    static AgentState first() {
        return new AgentState(
                new Health(State.READY, List.of()),
                1,
                null,
                null,
                Duration.ZERO,
                List::of,
                () -> List.of(field()),
                List.of(),
                Map::of);
    }

    static AgentState after(Map<String, Object> result) {
        return new AgentState(
                new Health(State.BACKING_OFF, List.of("acme.size is much too large")),
                7,
                result,
                Instant.EPOCH,
                Duration.ofMillis(1500),
                () -> List.of("acme.size"),
                () -> List.of(field()),
                List.of("attached"),
                () -> Map.of("onDisk", false));
    }

    private static Map<String, Object> field() {
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("field", "com.acme.Settings.size");
        field.put("path", "acme.size");
        field.put("state", "settled");
        field.put("overridden", true);
        field.put("sites", 3);
        field.put("classes", 2);
        return field;
    }
}
