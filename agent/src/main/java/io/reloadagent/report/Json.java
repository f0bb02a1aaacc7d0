package io.reloadagent.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Map;

/** Writes values of the JDK's types as JSON. Thread-safe. */
public final class Json {

    /** The recycler pool that is the default leaves a buffer in a thread-local of the application's threads. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
            .build();

    private Json() {}

    /**
     * The value as one line of JSON.
     *
     * @param value null, a map (whose keys' texts become the names), an iterable, an array of objects, a boolean or a
     *     number; of anything else its text. NaN and the infinities become strings: JSON has no numbers for them.
     * @throws UncheckedIOException if maps or iterables are nested more than 1,000 deep
     */
    public static String write(Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            write(json, value);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot be written as JSON: " + unwritable.getMessage(), unwritable);
        }
        return text.toString();
    }

    /** Writes the value to a generator, as {@link #write(Object)} does. */
    public static void write(JsonGenerator json, Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Map) {
            writeObject(json, (Map<?, ?>) value);
        } else if (value instanceof Iterable) {
            writeArray(json, (Iterable<?>) value);
        } else if (value instanceof Object[]) {
            writeArray(json, Arrays.asList((Object[]) value));
        } else if (value instanceof Boolean) {
            json.writeBoolean((Boolean) value);
        } else if (value instanceof Number) {
            writeNumber(json, (Number) value);
        } else {
            json.writeString(value.toString());
        }
    }

    private static void writeObject(JsonGenerator json, Map<?, ?> map) throws IOException {
        json.writeStartObject();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            json.writeFieldName(String.valueOf(entry.getKey()));
            write(json, entry.getValue());
        }
        json.writeEndObject();
    }

    private static void writeArray(JsonGenerator json, Iterable<?> items) throws IOException {
        json.writeStartArray();
        for (Object item : items) {
            write(json, item);
        }
        json.writeEndArray();
    }

    private static void writeNumber(JsonGenerator json, Number number) throws IOException {
        if (number instanceof BigDecimal) {
            json.writeNumber((BigDecimal) number);
        } else if (number instanceof BigInteger) {
            json.writeNumber((BigInteger) number);
        } else if (number instanceof Double) {
            json.writeNumber(number.doubleValue());
        } else if (number instanceof Float) {
            json.writeNumber(number.floatValue());
        } else {
            json.writeNumber(number.longValue());
        }
    }
}
