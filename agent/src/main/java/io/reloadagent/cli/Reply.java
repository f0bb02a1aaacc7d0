package io.reloadagent.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;

/** What an agent has answered: one JSON object. Immutable. */
final class Reply {

    /** More than a history of a hundred versions of large configurations. */
    private static final int MOST_BYTES = 16 << 20;

    private static final int BUFFER = 8 << 10;

    private final int status;
    private final String text;
    private final JsonNode json;

    private Reply(int status, String text, JsonNode json) {
        this.status = status;
        this.text = text;
        this.json = json;
    }

    /**
     * Reads an answer to its end.
     *
     * @param deadline of {@link System#nanoTime}
     * @throws NotReachedException if it is none of an agent's
     * @throws IOException if there is none, or not in time
     */
    static Reply read(HttpURLConnection connection, AgentUrl url, long deadline)
            throws IOException, NotReachedException {
        int status = connection.getResponseCode();
        if (status < 200 || (status >= 300 && status < 400)) {
            throw foreign(url.toString(), "status " + status);
        }
        return of(status, new String(bytes(body(connection, status), url, deadline), UTF_8), url.toString());
    }

    /**
     * What an agent has answered.
     *
     * @param where it was asked
     * @throws NotReachedException if it is none of an agent's
     */
    static Reply of(int status, String text, String where) throws NotReachedException {
        try {
            JsonNode json = new ObjectMapper().readTree(text);
            if (json == null || !json.isObject()) {
                throw foreign(where, "no JSON object, status " + status);
            }
            return new Reply(status, text, json);
        } catch (JsonProcessingException noJson) {
            throw foreign(where, "no JSON, status " + status);
        }
    }

    private static InputStream body(HttpURLConnection connection, int status) throws IOException {
        return status >= 400 ? connection.getErrorStream() : connection.getInputStream();
    }

    private static byte[] bytes(InputStream body, AgentUrl url, long deadline) throws IOException, NotReachedException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (body == null) {
            return bytes.toByteArray();
        }
        byte[] buffer = new byte[BUFFER];
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            bytes.write(buffer, 0, read);
            if (bytes.size() > MOST_BYTES) {
                throw foreign(url.toString(), "more than " + (MOST_BYTES >> 20) + " MiB");
            }
            if (System.nanoTime() - deadline > 0) {
                throw new SocketTimeoutException("the answer has not come to its end");
            }
        }
        return bytes.toByteArray();
    }

    private static NotReachedException foreign(String where, String what) {
        return new NotReachedException("what is at " + where + " does not answer as an agent: " + what);
    }

    boolean isSuccess() {
        return status < 300;
    }

    /** Whether the request itself was refused, with a {@link #detail}; else it has what the endpoint tells. */
    boolean isRefusal() {
        return !isSuccess() && json.path("detail").isTextual() && !json.has("outcome");
    }

    /** Why it was refused. */
    String detail() {
        return json.path("detail").asText();
    }

    int status() {
        return status;
    }

    JsonNode json() {
        return json;
    }

    /** As it came. */
    String text() {
        return text;
    }
}
