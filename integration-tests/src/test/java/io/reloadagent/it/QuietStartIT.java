package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("With nothing of its own to say, the agent")
class QuietStartIT {

    private static final int FIRST_TO_DENY_UNSAFE = 23;

    @OnEveryJdk
    @DisplayName("starts and reloads without a single line, of the JVM's warnings either")
    void noLine(Jdk jdk, @TempDir Path directory) {
        assertFollowsQuietly(Launch.annotated("com.acme.service.ServiceMain"), jdk, directory);
    }

    @OnEveryModernJdk
    @DisplayName("does so where access to memory by sun.misc.Unsafe is denied")
    void unsafeDenied(Jdk jdk, @TempDir Path directory) {
        assumeTrue(jdk.feature() >= FIRST_TO_DENY_UNSAFE, jdk + " cannot deny it");
        assertFollowsQuietly(
                Launch.annotated("com.acme.service.ServiceMain").option("--sun-misc-unsafe-memory-access=deny"),
                jdk,
                directory);
    }

    private static void assertFollowsQuietly(Launch launch, Jdk jdk, Path directory) {
        Workspace workspace = new Workspace(directory).source("service: {a: 1, timeout: 5s}");
        try (Application service = launch.withSource("log.level=warn").start(jdk, workspace)) {
            service.awaitSeen("timeout", "PT5S");
            service.awaitAnswer("jmx-attribute Version", version -> version.containsExactly("1"));
            workspace.source("service: {a: 2, timeout: 6s}");
            service.awaitSeen("a", 1, 2);
            service.awaitSeen("timeout", "PT5S", "PT6S");
            assertThat(service.stdout()).isEmpty();
            assertThat(service.stderr()).isEmpty();
        }
    }
}
