package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A source in every format")
class FormatsIT {

    private static final String CANARY = "canary4711";
    private static final String[] ONE_TWO = {"service.a=1", "service.b=2"};

    @InEveryFormat
    @DisplayName("A25 is followed: one edit is one reload")
    void followed(Jdk jdk, SourceFormat format, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory).source(format, ONE_TWO);
        try (Application service = Launch.annotated("com.acme.service.ServiceMain")
                .withAgent("source=" + format.file(), "reload.check-interval=10m")
                .start(jdk, workspace)) {
            service.awaitSeen("pair", "[1, 2]");
            workspace.source(format, "service.a=10", "service.b=2", "service.timeout=1m30s");
            service.awaitSeen("timeout", "PT-3S", "PT1M30S");
            service.awaitSeen("a", 1, 10);
            service.awaitSeen("version", 1, 2);
            service.awaitAnswer(
                    "events",
                    events -> events.filteredOn(event -> event.contains("\"reload.completed\""))
                            .hasSize(1));
            assertThat(Events.await(service, "reload.completed", 1).startedBy("file"))
                    .isEqualTo(1);
        }
    }

    @InEveryFormat
    @DisplayName("A06 A07 what is not dynamic needs a restart, alone without a version, else beside what applies")
    void notDynamic(Jdk jdk, SourceFormat format, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory).source(format, "service.a=1", "service.b=2", "listen.port=80");
        try (Application service = start(jdk, format, workspace)) {
            service.awaitSeen("pair", "[1, 2]");
            workspace.source(format, "service.a=1", "service.b=2", "listen.port=81");
            assertThat(service.ask("reload")).startsWith("UNCHANGED", "version 1", "restart [listen.port]");

            workspace.source(format, "service.a=10", "service.b=2", "listen.port=82");
            assertThat(service.ask("reload")).startsWith("APPLIED", "version 2", "restart [listen.port]");
            service.awaitSeen("a", 1, 10);
            service.awaitSeen("b", 2);
            service.awaitSeen("version", 1, 2);
        }
    }

    @InEveryFormat
    @DisplayName("A08 a key is deleted from the source: the field goes back to the application's own value")
    void keyDeleted(Jdk jdk, SourceFormat format, @TempDir Path directory) {
        Workspace workspace =
                new Workspace(directory).source(format, "service.a=1", "service.b=2", "service.timeout=5s");
        try (Application service = start(jdk, format, workspace)) {
            service.awaitSeen("timeout", "PT5S");
            workspace.source(format, "service.b=2");
            assertThat(service.ask("reload")).startsWith("APPLIED", "version 2");
            service.awaitSeen("a", 1, -1);
            service.awaitSeen("timeout", "PT5S", "PT-3S");
            service.awaitSeen("b", 2);
        }
    }

    @InEveryFormat
    @DisplayName("A09 nested objects, maps and lists change as whole values")
    void wholeValues(Jdk jdk, SourceFormat format, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory).source(format, "something.else=1");
        try (Application application = Launch.annotated("com.acme.types.TypesMain")
                .withAgent("source=" + format.file(), "reload.check-interval=10m")
                .start(jdk, workspace)) {
            awaitSeen(application, "endpoint=[own:1[]]", "map=[{own=1}]", "list=[[1, 2]]");
            String[] entries = {"all.endpoint.host=h", "all.endpoint.port=2", "all.map.a=3", "all.map.b=4"};
            if (!format.hasLists()) {
                workspace.source(format, entries);
                awaitSeen(application, "endpoint=[own:1[], h:2[]]", "map=[{own=1}, {a=3, b=4}]");
                entries[1] = "all.endpoint.port=9";
                workspace.source(format, entries);
                awaitSeen(application, "endpoint=[own:1[], h:2[], h:9[]]", "map=[{own=1}, {a=3, b=4}]");
                return;
            }
            workspace.source(format, with(entries, "all.list=[5, 6]"));
            awaitSeen(application, "endpoint=[own:1[], h:2[]]", "map=[{own=1}, {a=3, b=4}]", "list=[[1, 2], [5, 6]]");
            workspace.source(format, with(entries, "all.list=[5, 7]"));
            awaitSeen(application, "map=[{own=1}, {a=3, b=4}]", "list=[[1, 2], [5, 6], [5, 7]]");
        }
    }

    private static String[] with(String[] entries, String another) {
        String[] more = Arrays.copyOf(entries, entries.length + 1);
        more[entries.length] = another;
        return more;
    }

    private static void awaitSeen(Application application, String... expected) {
        application.awaitAnswer("seenAll", all -> all.contains(expected));
    }

    @InEveryFormat
    @DisplayName(
            "A10 typed values reach modules: an int field's change carries an Integer, a Duration field's a Duration")
    void typedValues(Jdk jdk, SourceFormat format, @TempDir Path directory) {
        Workspace workspace =
                new Workspace(directory).source(format, "service.a=1", "service.b=2", "service.timeout=5s");
        try (Application service = start(jdk, format, workspace)) {
            service.awaitSeen("timeout", "PT5S");
            service.ask("modules only");
            workspace.source(format, "service.a=16", "service.b=2", "service.timeout=1m30s");
            assertThat(service.ask("reload")).startsWith("APPLIED");
            String changes = "service.a: Integer 1 -> Integer 16, service.timeout: Duration PT5S -> Duration PT1M30S";
            assertThat(service.ask("calls")).isEqualTo(List.of("only validate " + changes, "only reload " + changes));
            service.awaitSeen("a", 1, 16);
            service.awaitSeen("timeout", "PT5S", "PT1M30S");
        }
    }

    @InEveryFormat
    @DisplayName("A15 is refused with every problem at once, each with its place, secrets masked; nothing is applied")
    void everyProblem(Jdk jdk, SourceFormat format, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source(format, ONE_TWO);
        try (Application service = start(jdk, format, workspace)) {
            service.awaitSeen("pair", "[1, 2]");
            String[] wrong = {"service.a=many", "service.b=20", "service.timeout=soon", "database.password=" + CANARY};
            workspace.source(format, wrong);
            List<String> result = service.ask("reload");
            assertThat(result).startsWith("REFUSED", "version 1");
            assertThat(result)
                    .filteredOn(line -> line.startsWith("problem "))
                    .hasSize(3)
                    .anySatisfy(line -> assertThat(line)
                            .contains(format.place("many", wrong) + " service.a", "expected an int", "'many'"))
                    .anySatisfy(line ->
                            assertThat(line).contains(format.place("soon", wrong) + " service.timeout", "'soon'"))
                    .anySatisfy(line ->
                            assertThat(line).contains(format.place(CANARY, wrong) + " database.password", "***"));

            Files.write(workspace.file(format.file()), (CANARY + "\0").getBytes(StandardCharsets.UTF_8));
            assertThat(service.ask("reload")).anyMatch(line -> line.contains(format.file() + ":1:11 has a NUL"));

            service.awaitSeen("pair", "[1, 2]");
            workspace.source(format, "service.a=1", "service.b=20");
            assertThat(service.ask("reload")).startsWith("APPLIED", "version 2");
            assertThat(service.ask("events")).noneMatch(line -> line.contains(CANARY));
            assertThat(service.stderr()).noneMatch(line -> line.contains(CANARY));
        }
    }

    @OnEveryJdk
    @DisplayName("loads the library of its format, and those of no other")
    void loadsOnlyItsOwnLibrary(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory);
        for (SourceFormat format : SourceFormat.values()) {
            workspace.source(format, ONE_TWO);
            try (Application service = Launch.annotated("com.acme.service.ServiceMain")
                    .withAgent("source=" + format.file(), "reload.watch=false")
                    .option("-verbose:class")
                    .start(jdk, workspace)) {
                service.awaitSeen("pair", "[1, 2]");
                assertThat(service.stdout().stream().anyMatch(line -> line.contains("org.tomlj.")))
                        .isEqualTo(format == SourceFormat.TOML);
                assertThat(service.stdout().stream().anyMatch(line -> line.contains("org.yaml.snakeyaml.")))
                        .isEqualTo(format == SourceFormat.YAML);
            }
        }
    }

    private static Application start(Jdk jdk, SourceFormat format, Workspace workspace) {
        return Launch.annotated("com.acme.service.ServiceMain")
                .withAgent("source=" + format.file(), "reload.watch=false", "log.level=trace")
                .start(jdk, workspace);
    }
}
