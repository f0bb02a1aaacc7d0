package io.reloadagent.process;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** The agent's jar in the file system of some process. Immutable. */
final class AgentJar {

    private static final String ENTRY = "io.reloadagent.premain.AgentEntry";

    private final String name;
    private final String version;

    private AgentJar(String name, String version) {
        this.name = name;
        this.version = version;
    }

    /** The one that this process runs from. */
    static Path own() {
        try {
            return new File(AgentJar.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toPath()
                    .toAbsolutePath();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("the jar has no name", impossible);
        }
    }

    /** The one that a process has open; null if it has none. */
    static AgentJar openIn(ProcessFolder process) {
        for (String name : process.openJars()) {
            String version = version(process.file(name));
            if (version != null) {
                return new AgentJar(name, version);
            }
        }
        return null;
    }

    /** Null if it is another jar. */
    private static String version(Path file) {
        if (!Files.isReadable(file)) {
            return null;
        }
        try (JarFile jar = new JarFile(file.toFile(), false)) {
            Manifest manifest = jar.getManifest();
            if (manifest == null || !ENTRY.equals(manifest.getMainAttributes().getValue("Agent-Class"))) {
                return null;
            }
            String version = manifest.getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION);
            return version == null ? "" : version;
        } catch (IOException unreadable) {
            return null;
        }
    }

    /** As the process sees it. */
    String name() {
        return name;
    }

    String version() {
        return version;
    }
}
