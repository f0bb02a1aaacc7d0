package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Sources")
class SourceKindsIT {

    /** The check interval is longer than the patience of the tests wherever events have to do. */
    private static final String ONLY_EVENTS = "reload.check-interval: 10m";

    private static final Launch SERVICE = Launch.annotated("com.acme.service.ServiceMain");

    @OnOldestAndNewest
    @DisplayName("of several files and a directory override one another in order, as files appear, change and vanish")
    void layered(Jdk jdk, @TempDir Path directory) throws IOException {
        Workspace workspace = new Workspace(directory)
                .source("service: {a: 1, b: 2}")
                .configuration(
                        ONLY_EVENTS,
                        "sources: [{file: app.yaml}, {include: conf.d}, {file: local.yaml, optional: true}]");
        Path include = Files.createDirectory(workspace.file("conf.d"));
        try (Application service = SERVICE.withConfiguration().start(jdk, workspace)) {
            service.awaitSeen("a", 1);
            Workspace.write(include.resolve("10-first.yaml"), "service.a: 10");
            service.awaitSeen("a", 1, 10);
            Workspace.write(include.resolve("20-second.yaml"), "service.a: 20");
            service.awaitSeen("a", 1, 10, 20);
            Workspace.write(workspace.file("local.yaml"), "service: {A: 30}");
            service.awaitSeen("a", 1, 10, 20, 30);
            Workspace.write(include.resolve(".20-second.yaml.swp"), "service.a: 5");
            workspace.delete("local.yaml");
            service.awaitSeen("a", 1, 10, 20, 30, 20);
            workspace.delete("conf.d/20-second.yaml");
            service.awaitSeen("a", 1, 10, 20, 30, 20, 10);
            workspace.source("service: {a: 2, b: 3}");
            service.awaitSeen("b", 2, 3);
            service.awaitSeen("a", 1, 10, 20, 30, 20, 10);
        }
    }

    @OnOldestAndNewest
    @DisplayName("may be the environment, whose variables override a file's values however those are nested")
    void environment(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory)
                .source("service: {a: 1, b: 2}")
                .configuration(ONLY_EVENTS, "sources: [{file: app.yaml}, {env: {prefix: APP_}}]");
        try (Application service = SERVICE.withConfiguration()
                .environment(Map.of("APP_SERVICE_A", "7", "APP_SERVICE_TIMEOUT", "9s", "SERVICE_B", "8"))
                .start(jdk, workspace)) {
            service.awaitSeen("a", 7);
            service.awaitSeen("timeout", "PT9S");
            workspace.source("service: {a: 10, b: 20}");
            service.awaitSeen("b", 2, 20);
            service.awaitSeen("a", 7);
        }
    }

    @OnOldestAndNewest
    @DisplayName("may be the environment as native code has it; where JNA cannot be unpacked, as it was at the start")
    void nativeEnvironment(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory)
                .source("service: {a: 1, b: 2}")
                .configuration(ONLY_EVENTS, "sources: [{file: app.yaml}, {env: {prefix: APP_, native: true}}]");
        try (Application service = SERVICE.withConfiguration()
                .environment(Map.of("APP_SERVICE_A", "7"))
                .start(jdk, workspace)) {
            service.awaitSeen("a", 7);
            assertThat(service.stderr()).noneMatch(line -> line.contains("as it was when the JVM started"));
            workspace.source("service: {a: 10, b: 20}");
            service.awaitSeen("b", 2, 20);
        }
        try (Application service = SERVICE.withConfiguration()
                .option("-Djna.nounpack=true")
                .environment(Map.of("APP_SERVICE_A", "8"))
                .start(jdk, workspace)) {
            service.awaitSeen("a", 8);
            service.awaitStderr("environment APP_* (as it was when the JVM started: JNA cannot be used, ");
        }
    }

    @OnOldestAndNewest
    @DisplayName("may be the system properties, as they are at each check")
    void systemProperties(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory)
                .source("service: {a: 1, b: 2}")
                .configuration(
                        "reload.check-interval: 200ms",
                        "sources: [{file: app.yaml}, {system-properties: {prefix: app.}}]");
        try (Application service =
                SERVICE.withConfiguration().option("-Dapp.service.a=5").start(jdk, workspace)) {
            service.awaitSeen("a", 5);
            service.ask("set app.service.a 6");
            service.awaitSeen("a", 5, 6);
            service.ask("set app.service.b x");
            service.awaitStderr("system property app.service.b service.b: expected an int, found 'x'");
            service.awaitSeen("b", 2);
        }
    }

    @OnOldestAndNewest
    @DisplayName(
            "may be a mounted ConfigMap with a file for each value: all of it changes at one swap of ..data, in one reload")
    void configTree(Jdk jdk, @TempDir Path directory) throws IOException {
        Workspace workspace = new Workspace(directory).configuration(ONLY_EVENTS, "sources: [{config-tree: mount}]");
        Path mount = Files.createDirectory(workspace.file("mount"));
        publish(mount, "..2026_01", 1);
        for (String name : new String[] {"service.a", "service.b"}) {
            Files.createSymbolicLink(mount.resolve(name), Path.of("..data", name));
        }
        try (Application service = SERVICE.withConfiguration().start(jdk, workspace)) {
            service.awaitSeen("a", 1);
            for (int version = 2; version < 5; version++) {
                publish(mount, "..2026_0" + version, version);
                remove(mount.resolve("..2026_0" + (version - 1)));
                service.awaitSeen(
                        "version", IntStream.rangeClosed(1, version).boxed().toArray());
            }
            service.awaitSeen("a", 1, 2, 3, 4);
            service.awaitSeen("b", 1, 2, 3, 4);
            assertThat(Events.await(service, "reload.completed", 3).startedBy("file"))
                    .isEqualTo(3);
            assertThat(service.stderr()).noneMatch(line -> line.contains("WARN"));
        }
    }

    /** As the kubelet does: a new directory, and a link to it that is renamed over the old one. */
    private static void publish(Path mount, String name, int value) throws IOException {
        Path target = Files.createDirectory(mount.resolve(name));
        Workspace.write(target.resolve("service.a"), String.valueOf(value));
        Workspace.write(target.resolve("service.b"), String.valueOf(value));
        Path link = Files.createSymbolicLink(mount.resolve("..data_tmp"), Path.of(name));
        Files.move(link, mount.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void remove(Path target) throws IOException {
        Files.delete(target.resolve("service.a"));
        Files.delete(target.resolve("service.b"));
        Files.delete(target);
    }

    @OnOldestAndNewest
    @DisplayName("have references, and the file of a secret that one leads to is followed")
    void references(Jdk jdk, @TempDir Path directory) throws IOException {
        Workspace workspace = new Workspace(directory)
                .source(
                        "service: {a: '${env:SIZE}', b: '${service.a}'}",
                        "database.password: '${file:secrets/password}'",
                        "spring: '${random.uuid}'");
        Files.createDirectory(workspace.file("secrets"));
        Path secret = Workspace.write(workspace.file("secrets/password"), "4711");
        try (Application service = SERVICE.withSource("reload.check-interval=10m")
                .environment(Map.of("SIZE", "7"))
                .start(jdk, workspace)) {
            service.awaitSeen("b", 7);
            service.awaitSeen("password", 4711);
            Workspace.write(secret, "4712");
            service.awaitSeen("password", 4711, 4712);
            Files.delete(secret);
            service.awaitStderr("database.password: a file that it names does not exist;");
            workspace.source("service: {a: '${service.b}', b: '${service.a}'}", "database.password: 4713");
            service.awaitStderr("values refer to each other in a circle: ");
            service.awaitSeen("password", 4711, 4712);
            workspace.source("service: {a: '${no.where:8}', b: 9}", "database.password: 4713");
            service.awaitSeen("password", 4711, 4712, 4713);
            service.awaitSeen("a", 7, 8);
            assertThat(service.stderr()).noneMatch(line -> line.contains("4711") || line.contains("4712"));
        }
    }

    @OnOldestAndNewest
    @DisplayName("that are environment files are read as the environment is")
    void environmentFile(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory)
                .source("service: {a: 1, b: 2}")
                .configuration(ONLY_EVENTS, "sources: [{file: app.yaml}, {env-file: app.env, prefix: APP_}]");
        Workspace.write(workspace.file("app.env"), "APP_SERVICE_A=5", "OTHER=6");
        try (Application service = SERVICE.withConfiguration().start(jdk, workspace)) {
            service.awaitSeen("a", 5);
            Workspace.write(workspace.file("app.env"), "export APP_SERVICE_A='6' # more");
            service.awaitSeen("a", 5, 6);
        }
    }
}
