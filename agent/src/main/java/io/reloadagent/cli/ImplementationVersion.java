package io.reloadagent.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.jar.Manifest;
import picocli.CommandLine.IVersionProvider;

/** The version in the manifest of the agent's jar, which is the system class path of a command. */
final class ImplementationVersion implements IVersionProvider {

    @Override
    public String[] getVersion() throws IOException {
        try (InputStream manifest = ClassLoader.getSystemResourceAsStream("META-INF/MANIFEST.MF")) {
            String version = manifest == null
                    ? null
                    : new Manifest(manifest).getMainAttributes().getValue("Implementation-Version");
            return new String[] {"reload-agent " + (version == null ? "(not built)" : version)};
        }
    }
}
