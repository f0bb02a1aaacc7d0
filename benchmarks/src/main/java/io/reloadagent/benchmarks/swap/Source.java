package io.reloadagent.benchmarks.swap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the first source of a {@link SwapApplication}. */
public final class Source {

    private Source() {}

    /** Takes the file. */
    public static void main(String[] arguments) throws IOException {
        Files.writeString(Path.of(arguments[0]), SwapApplication.document(0, 1));
    }
}
