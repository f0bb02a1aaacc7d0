package io.reloadagent.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.PrintStream;

/** Writes to a stream that keeps its failures for itself, and tells of them: the reader of a pipe may have gone. */
final class CheckedOutput extends FilterOutputStream {

    private final PrintStream stream;

    CheckedOutput(PrintStream stream) {
        super(stream);
        this.stream = stream;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        stream.write(bytes, offset, length);
        check();
    }

    @Override
    public void flush() throws IOException {
        check();
    }

    private void check() throws IOException {
        if (stream.checkError()) {
            throw new IOException("nobody reads what is written here");
        }
    }
}
