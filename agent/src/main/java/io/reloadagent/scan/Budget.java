package io.reloadagent.scan;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads, and counts what was read against the limits. For one pass, by one thread. */
final class Budget {

    final Limits limits;
    private final byte[] buffer = new byte[16384];
    private final ByteArrayOutputStream content = new ByteArrayOutputStream(65536);
    private long bytes;
    private int entries;

    Budget(Limits limits) {
        this.limits = limits;
    }

    /** Counts an entry, or a file. */
    void addEntry() throws LimitException {
        if (++entries > limits.entries) {
            throw new LimitException("more than " + limits.entries + " entries");
        }
    }

    /**
     * Reads a stream to its end.
     *
     * @return null if it is longer than {@code most}; the rest of it is passed over
     */
    byte[] read(InputStream in, int most) throws IOException {
        content.reset();
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            add(n);
            if (content.size() + n > most) {
                pass(in);
                return null;
            }
            content.write(buffer, 0, n);
        }
        return content.toByteArray();
    }

    /** Reads to the end and keeps nothing: in a stream there is no other way to what is behind. */
    void pass(InputStream in) throws IOException {
        long passed = 0;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            add(n);
            passed += n;
            if (passed > limits.bytesOfEntry) {
                throw new IOException("an entry unpacks to more than " + limits.bytesOfEntry + " bytes");
            }
        }
    }

    private void add(int n) throws LimitException {
        bytes += n;
        if (bytes > limits.bytesOfAll) {
            throw new LimitException("more than " + limits.bytesOfAll + " bytes, unpacked");
        }
    }
}
