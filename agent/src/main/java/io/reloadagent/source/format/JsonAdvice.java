package io.reloadagent.source.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.reloadagent.source.Origin;
import io.reloadagent.source.SourceException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Turns what Jackson says of malformed text into one line with a place and an advice. Its own words quote the text, which may be a secret. */
final class JsonAdvice {

    private static final Map<String, String> ADVICE = new LinkedHashMap<>();

    static {
        ADVICE.put("was expecting a colon", "a ':' is missing between a key and its value");
        ADVICE.put("was expecting comma", "a ',' is missing, or a quote within a text is not written as \\\"");
        ADVICE.put("was expecting double-quote to start field name", "a key in double quotes is expected here");
        ADVICE.put("Unexpected close marker", "a ']' or '}' closes what was opened by the other");
        ADVICE.put("closing quote", "a text has no closing quote");
        ADVICE.put("Unexpected end-of-input", "the text ends too early; a '}', ']' or quote is missing");
        ADVICE.put(
                "Illegal unquoted character",
                "a line break or control character within a text; write it as \\n, \\t or \\u0000");
        ADVICE.put("Unrecognized character escape", "an unknown escape; write \\\\ for a backslash");
        ADVICE.put("hex-digit for character escape", "\\u needs four hexadecimal digits; write \\\\ for a backslash");
        ADVICE.put(
                "Unrecognized token",
                "a text needs double quotes; without them stand only numbers, true, false and null");
        ADVICE.put(
                "Invalid numeric value",
                "a number is not written as JSON has it: no leading zero, digits around the dot");
        ADVICE.put("Non-standard token", "NaN and infinities are no JSON numbers; write them in double quotes");
        ADVICE.put("maybe a (non-standard) comment", "JSON has no comments; remove it, or write the file in YAML");
        ADVICE.put(
                "Unexpected character", "a value is expected here; texts need double quotes, the last entry no comma");
    }

    private JsonAdvice() {}

    static SourceException of(JsonProcessingException refusal, Places places) {
        Origin place = place(refusal, places);
        if (refusal instanceof StreamConstraintsException) {
            return Refusal.at(place, "a number has at most " + Limits.LONGEST_NUMBER + " characters");
        }
        String problem = refusal.getOriginalMessage() == null ? "" : refusal.getOriginalMessage();
        for (Map.Entry<String, String> entry : ADVICE.entrySet()) {
            if (problem.contains(entry.getKey())) {
                return Refusal.at(place, "not valid JSON: " + entry.getValue());
            }
        }
        return Refusal.at(place, "not valid JSON at this place");
    }

    private static Origin place(JsonProcessingException refusal, Places places) {
        long offset = refusal.getLocation() == null ? 0 : refusal.getLocation().getCharOffset();
        return places.at((int) Math.max(0, offset));
    }
}
