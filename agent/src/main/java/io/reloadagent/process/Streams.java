package io.reloadagent.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads what somebody else has written, up to a limit. */
final class Streams {

    private static final int BUFFER = 8 << 10;

    private Streams() {}

    static byte[] bytes(InputStream in, int most) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            bytes.write(buffer, 0, read);
            if (bytes.size() > most) {
                throw new IOException("more than " + most + " bytes");
            }
        }
        return bytes.toByteArray();
    }
}
