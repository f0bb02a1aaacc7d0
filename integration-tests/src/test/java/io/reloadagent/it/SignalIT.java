package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A signal")
@EnabledOnOs(OS.LINUX)
class SignalIT {

    private static final Launch SERVICE = Launch.annotated("com.acme.service.ServiceMain");

    @OnEveryJdk
    @DisplayName("reloads when it is asked for, and does not end the process; a bad edit is refused by it, too")
    void hangUp(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("service: {a: 1, b: 1}");
        Launch launch = SERVICE.withSource("reload.watch=false", "reload.signal=HUP", "reload.backoff.base=0s")
                .withEnv("--default-signal=HUP");
        try (Application service = launch.start(jdk, workspace)) {
            service.awaitSeen("a", 1);
            service.awaitSeen("b", 1);
            workspace.source("service: {a: 2, b: 2}");
            raise(service);
            service.awaitSeen("a", 1, 2);
            service.awaitSeen("b", 1, 2);
            service.awaitStderr("Reload requested by signal from SIGHUP");

            workspace.source("service: {a: many, b: 3}");
            raise(service);
            service.awaitStderr("expected an int, found 'many'");
            service.awaitSeen("a", 1, 2);
            service.awaitSeen("b", 1, 2);
        }
    }

    @OnOldestAndNewest
    @DisplayName("that the process ignores, as whatever nohup starts does, is said to be of no use")
    void ignored(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory).source("service: {a: 1, b: 1}");
        Launch launch = SERVICE.withSource("reload.signal=HUP").withEnv("--ignore-signal=HUP");
        try (Application service = launch.start(jdk, workspace)) {
            service.awaitStderr("WARN reload.signal is off: this process ignores SIGHUP");
            service.awaitSeen("a", 1);
        }
    }

    private static void raise(Application service) throws Exception {
        Process kill = new ProcessBuilder("kill", "-HUP", String.valueOf(service.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }
}
