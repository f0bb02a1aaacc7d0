package io.reloadagent.trigger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** {@code GET /admin/openapi.json}: what can be asked for over HTTP, and how it is answered, as the jar has it. Stateless. */
final class OpenApi {

    static final String PATH = "/admin/openapi.json";

    private static final String RESOURCE = "openapi.json";
    private static final int PIECE = 8 * 1024;

    private OpenApi() {}

    static Answer answer() throws IOException {
        try (InputStream in = OpenApi.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the agent's jar has no " + RESOURCE);
            }
            ByteArrayOutputStream document = new ByteArrayOutputStream();
            byte[] piece = new byte[PIECE];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                document.write(piece, 0, read);
            }
            return Answer.of(200, "application/json", document.toByteArray());
        }
    }
}
