package io.reloadagent.benchmarks.swap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the first source of a {@link SwapApplication}. */
public final class Source {

    private Source() {}

    /** Takes the file, and how many fields there are. */
    public static void main(String[] arguments) throws IOException {
        int fields = Integer.parseInt(arguments[1]);
        Files.writeString(Path.of(arguments[0]), SwapApplication.document(fields, fields, 1));
    }
}
