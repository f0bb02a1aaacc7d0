package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
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

    @InEveryFormatOnce
    @DisplayName("A07 in strict mode the whole reload is refused, with each key that nothing follows and its place")
    void strict(Jdk jdk, SourceFormat format, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory).source(format, "service.a=1", "service.b=2", "listen.port=80");
        try (Application service = start(jdk, format, workspace, "reload.strict=true")) {
            service.awaitSeen("pair", "[1, 2]");
            String[] changed = {"service.a=10", "service.b=2", "service.timeuot=7s", "listen.port=81"};
            workspace.source(format, changed);
            assertThat(service.ask("reload"))
                    .startsWith("REFUSED", "version 1")
                    .filteredOn(line -> line.startsWith("problem "))
                    .hasSize(2)
                    .anySatisfy(line -> assertThat(line)
                            .contains(
                                    format.place("7s", changed) + " service.timeuot: unknown key",
                                    "did you mean service.timeout?"))
                    .anySatisfy(line -> assertThat(line).contains(format.place("81", changed) + " listen.port: "));
            service.awaitSeen("a", 1);

            workspace.source(format, "service.a=10", "service.b=2", "service.timeout=7s", "listen.port=80");
            assertThat(service.ask("reload")).startsWith("APPLIED", "version 2");
            service.awaitSeen("a", 1, 10);
            service.awaitSeen("timeout", "PT-3S", "PT7S");
        }
    }

    @InEveryFormatOnce
    @DisplayName(
            "A11 only the sections asked for are read anew; the rest is drift; an unknown one is an error with the known ones")
    void sections(Jdk jdk, SourceFormat format, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory).source(format, "service.a=1", "service.b=2", "listen.port=80");
        try (Application service = start(jdk, format, workspace)) {
            service.awaitSeen("pair", "[1, 2]");
            workspace.source(format, "service.a=10", "service.b=20", "listen.port=80");
            assertThat(service.ask("reload service.a")).startsWith("APPLIED", "version 2");
            service.awaitSeen("a", 1, 10);
            service.awaitSeen("b", 2);
            service.awaitAnswer("jmx-attribute Drift", drift -> drift.containsExactly("service.b"));

            assertThat(service.ask("reload servise"))
                    .startsWith("INVALID", "version 2")
                    .anyMatch(line -> line.contains("did you mean 'service'?; there are listen, service"));
            assertThat(service.ask("reload service")).startsWith("APPLIED", "version 3");
            service.awaitSeen("b", 2, 20);
            assertThat(service.ask("jmx-attribute Drift")).isEmpty();
        }
    }

    @InEveryFormatOnce
    @DisplayName(
            "is refused with the place of what is malformed, too much or too deep, and the values in force are read on")
    void malformed(Jdk jdk, SourceFormat format, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source(format, ONE_TWO);
        Path source = workspace.file(format.file());
        try (Application service = start(jdk, format, workspace)) {
            service.awaitSeen("pair", "[1, 2]");
            Files.writeString(source, format.twice("service.a"));
            assertThat(refused(service)).contains(format.file() + ":2:", format.file() + ":1:");

            Files.writeString(source, format.deep(600));
            assertThat(refused(service)).contains(format.file() + ":1:");
            Files.writeString(source, format.many(200_000));
            assertThat(refused(service))
                    .containsPattern(
                            "(more than [0-9,]+ (values|characters)|larger than [0-9.]+ MiB).*, the most for a heap of");

            byte[] good = String.join("\n", format.lines("service.a=10", "service.b=2"))
                    .getBytes(StandardCharsets.UTF_8);
            Files.write(source, Arrays.copyOf(good, good.length + 1)); // a NUL at the end
            assertThat(refused(service)).contains("NUL at byte offset " + good.length);
            byte[] broken = Arrays.copyOf(good, good.length + 1);
            broken[good.length] = (byte) 0xC3;
            Files.write(source, broken);
            assertThat(refused(service)).contains("UTF-8", "byte offset " + good.length);
            Files.write(source, new String(good, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16));
            assertThat(refused(service)).contains("UTF-16");
            Files.write(source, new byte[0]);
            assertThat(refused(service)).contains("empty");

            service.awaitSeen("pair", "[1, 2]");
            Files.writeString(source, "\uFEFF" + new String(good, StandardCharsets.UTF_8));
            assertThat(service.ask("reload")).startsWith("APPLIED", "version 2");
            service.awaitSeen("a", 1, 10);
            service.awaitSeen("b", 2);
        }
    }

    /** What the refusal of a reload says. */
    private static String refused(Application service) {
        List<String> result = service.ask("reload");
        assertThat(result).startsWith("REFUSED", "version 1");
        return String.join("\n", result);
    }

    @OnOldestAndNewest
    @DisplayName("in YAML, with aliases of aliases of aliases, is refused, and the values in force are read on")
    void aliasBomb(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory).source("service: {a: 1, b: 2}");
        try (Application service = start(jdk, SourceFormat.YAML, workspace)) {
            service.awaitSeen("a", 1);
            String[] bomb = new String[30];
            bomb[0] = "x0: &x0 [lol, lol, lol]";
            for (int i = 1; i < bomb.length; i++) {
                bomb[i] = "x" + i + ": &x" + i + " [" + ("*x" + (i - 1) + ", ").repeat(9) + "lol]";
            }
            workspace.source(bomb);
            assertThat(refused(service)).contains("app.yaml:", "alias");
            workspace.source("service: {a: 10, b: 2}");
            assertThat(service.ask("reload")).startsWith("APPLIED", "version 2");
            service.awaitSeen("a", 1, 10);
        }
    }

    @OnOldestAndNewest
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

    private static Application start(Jdk jdk, SourceFormat format, Workspace workspace, String... settings) {
        String[] arguments = Stream.concat(
                        Stream.of("source=" + format.file(), "reload.watch=false", "log.level=trace"),
                        Stream.of(settings))
                .toArray(String[]::new);
        return Launch.annotated("com.acme.service.ServiceMain")
                .withAgent(arguments)
                .start(jdk, workspace);
    }
}
