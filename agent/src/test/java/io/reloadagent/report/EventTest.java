package io.reloadagent.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EventTest {

    private static final List<Event> ALL = List.of(
            Event.started("r1", "file"),
            Event.validated("r1", 3),
            Event.moduleStarted("r1", "pool"),
            Event.moduleCompleted("r1", "pool", Duration.ofMillis(12)),
            Event.completed("r1", Duration.ofMillis(42), List.of("a", "b", "c"), 5),
            Event.failed("r1", "app.yaml:3:5 database.max_conns: expected a whole number", "pool"),
            Event.rolledBack("r1", "module 'pool' refused"));

    @Test
    @DisplayName("A32 each event has exactly the data fields that the design names")
    void dataFields() {
        assertThat(ALL)
                .extracting(event ->
                        event.type() + " " + String.join(",", event.data().keySet()))
                .containsExactly(
                        "reload.started reloadID,trigger,timestamp",
                        "reload.validated reloadID,changeCount",
                        "reload.module.started reloadID,module",
                        "reload.module.completed reloadID,module,duration",
                        "reload.completed reloadID,duration,changeCount,version",
                        "reload.failed reloadID,error,failedModule",
                        "reload.rolledback reloadID,reason");
        assertThat(ALL).extracting(Event::reloadId).containsOnly("r1");
    }

    @Test
    @DisplayName("A32 each event is a valid CloudEvents 1.0 document")
    void cloudEvents() throws Exception {
        Set<String> ids = new HashSet<>();
        for (Event event : ALL) {
            JsonNode json = new ObjectMapper().readTree(event.toJson());

            assertThat(json.properties())
                    .extracting(Map.Entry::getKey)
                    .containsExactly("specversion", "id", "source", "type", "time", "datacontenttype", "data");
            assertThat(json.get("specversion").textValue()).isEqualTo("1.0");
            assertThat(json.get("type").textValue()).isEqualTo(event.type());
            assertThat(json.get("datacontenttype").textValue()).isEqualTo("application/json");
            assertThat(URI.create(json.get("source").textValue()).getPath()).startsWith("/reload-agent/");
            assertThat(OffsetDateTime.parse(json.get("time").textValue()).toInstant())
                    .isEqualTo(event.time());
            assertThat(json.get("data").isObject()).isTrue();
            assertThat(ids.add(json.get("id").textValue())).isTrue();
        }
    }

    @Test
    @DisplayName("durations are milliseconds, counts and versions numbers, the timestamp RFC 3339 in UTC")
    void values() throws Exception {
        JsonNode completed = new ObjectMapper().readTree(ALL.get(4).toJson()).get("data");

        assertThat(completed.toString())
                .isEqualTo("{\"reloadID\":\"r1\",\"duration\":42,\"changeCount\":3,\"version\":5}");
        assertThat(Instant.parse((String) ALL.get(0).data().get("timestamp")))
                .isEqualTo(ALL.get(0).time());
    }

    @Test
    @DisplayName("a failure without a module keeps the field, as null")
    void noFailedModule() {
        assertThat(Event.failed("r1", "x", null).toJson()).contains("\"failedModule\":null");
    }

    @Test
    @DisplayName("a prefix stands before the type for everybody outside, and changes nothing else")
    void typePrefix() {
        Event event = ALL.get(0);
        Event prefixed = event.withTypePrefix("com.acme.");

        assertThat(prefixed.emittedType()).isEqualTo("com.acme.reload.started");
        assertThat(prefixed.toMap()).containsEntry("type", "com.acme.reload.started");
        assertThat(prefixed.type()).isEqualTo("reload.started");
        assertThat(prefixed.id()).isEqualTo(event.id());
        assertThat(prefixed.data()).isEqualTo(event.data());
    }

    @Test
    @DisplayName("an event cannot be changed by an observer")
    void immutable() {
        assertThatThrownBy(() -> ALL.get(0).data().put("trigger", "x"))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> ALL.get(0).toMap().remove("id")).isInstanceOf(UnsupportedOperationException.class);
    }
}
