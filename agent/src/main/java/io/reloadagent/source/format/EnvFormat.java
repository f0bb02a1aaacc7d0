package io.reloadagent.source.format;

import io.reloadagent.source.Branch;
import io.reloadagent.source.SourceException;

/** Environment files: KEY=value lines, as shells, systemd, containers and dotenv libraries read them where these agree. */
final class EnvFormat extends TextFormat {

    EnvFormat() {
        super("env");
    }

    @Override
    String title() {
        return "an environment file";
    }

    @Override
    Branch read(String source, String text) throws SourceException {
        return new EnvTree(source, text).read();
    }
}
