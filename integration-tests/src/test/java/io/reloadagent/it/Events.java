package io.reloadagent.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudevents.CloudEvent;
import io.cloudevents.jackson.JsonFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The events that an observer received, as the CloudEvents SDK reads them.
 *
 * @param all in the order in which they were received
 */
record Events(List<CloudEvent> all) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Events of(List<String> documents) {
        return new Events(documents.stream()
                .map(document -> new JsonFormat().deserialize(document.getBytes(UTF_8)))
                .toList());
    }

    /** Asks an application that observes until so many events of a type have arrived: they come later than results. */
    static Events await(Application service, String type, int count) {
        service.awaitAnswer(
                "events",
                events -> events.filteredOn(event -> event.contains('"' + type + '"'))
                        .hasSize(count));
        return of(service.ask("events"));
    }

    List<String> types() {
        return all.stream().map(CloudEvent::getType).toList();
    }

    List<JsonNode> data() {
        return all.stream().map(Events::data).toList();
    }

    /** How many reloads a trigger started. */
    long startedBy(String trigger) {
        return ofType("reload.started")
                .filter(event -> data(event).path("trigger").asText().equals(trigger))
                .count();
    }

    Stream<CloudEvent> ofType(String type) {
        return all.stream().filter(event -> event.getType().equals(type));
    }

    static JsonNode data(CloudEvent event) {
        try {
            return JSON.readTree(event.getData().toBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> fields(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
