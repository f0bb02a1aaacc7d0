package io.reloadagent.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** What a JSON answer holds, as people write it. */
final class Texts {

    private Texts() {}

    /**
     * A value: a text as it is, unless it is empty; lists and mappings as JSON.
     *
     * @param nothing in place of null
     */
    static String value(JsonNode value, String nothing) {
        if (value.isNull() || value.isMissingNode()) {
            return nothing;
        }
        return value.isTextual() && !value.asText().isEmpty() ? value.asText() : value.toString();
    }

    /** The text of a property; {@code -} if it has none. */
    static String of(JsonNode object, String property) {
        return value(object.path(property), "-");
    }

    /** The same for a point in time, to the millisecond. */
    static String time(JsonNode object, String property) {
        String text = of(object, property);
        try {
            return Instant.parse(text).truncatedTo(ChronoUnit.MILLIS).toString();
        } catch (DateTimeParseException another) {
            return text;
        }
    }

    /** The items of a list; empty if there is none. */
    static List<String> list(JsonNode object, String property) {
        List<String> texts = new ArrayList<>();
        object.path(property).forEach(item -> texts.add(value(item, "-")));
        return texts;
    }

    /** {@code 1 change}, {@code 2 changes}. */
    static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
