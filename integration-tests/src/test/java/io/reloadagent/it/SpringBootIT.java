package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A service on Spring Boot, as a fat jar, whose annotations are adopted")
class SpringBootIT {

    private static final Path EXAMPLES = Path.of(System.getProperty("examples.directory"));

    private static final String[] SOURCE = {
        "shop:",
        "  max-orders: 20",
        "  timeout: 7000",
        "  regions: [eu, us]",
        "  quotas: {alice: 1}",
        "  pool: {size: 8}",
        "  primary: {host: a, port: 1}",
        "  backup: {host: b, port: 2}",
        "mail: {host: m, port: 25, retry: {attempts: 3}}",
        "greeting.text: Salut"
    };

    private static final String AT_START = "orders=20 timeout=PT7S regions=[eu, us] quotas={alice=1} pool=9 primary=a:1"
            + " backup=b:2 mail=m:25 3 times greeting=Salut you2";

    private final HttpClient client = HttpClient.newHttpClient();

    @OnOldestAndNewest
    @DisplayName("2.7: properties, those of nested objects, a final class and values follow; no bean is made anew")
    void boot2(Jdk jdk, @TempDir Path directory) throws Exception {
        follows("spring-boot-2", jdk, directory);
    }

    @OnEveryModernJdk
    @DisplayName("4: the same, with a record in place of the final class")
    void boot4(Jdk jdk, @TempDir Path directory) throws Exception {
        follows("spring-boot-4", jdk, directory);
    }

    private void follows(String example, Jdk jdk, Path directory) throws Exception {
        try (Application shop = start(example, jdk, directory)) {
            shop.awaitStarted(AT_START);
            String identity = ask(shop, "identity");
            assertThat(identity).doesNotContain("$$"); // no proxy
            long rounds = Long.parseLong(ask(shop, "rounds"));

            edit(directory, "max-orders: 20", "maxOrders: 21");
            shop.awaitStdout(AT_START.replace("orders=20", "orders=21"));
            edit(directory, "timeout: 7000", "timeout: 8s");
            edit(directory, "[eu, us]", "[eu, us, asia]");
            edit(directory, "{alice: 1}", "{alice: 1, bob: 2}");
            edit(directory, "host: b", "host: spare");
            edit(directory, "host: m", "host: mx");
            edit(directory, "attempts: 3", "attempts: 4");
            edit(directory, "Salut", "Bonjour");
            shop.awaitStdout("orders=21 timeout=PT8S regions=[eu, us, asia] quotas={alice=1, bob=2} pool=9 primary=a:1"
                    + " backup=spare:2 mail=mx:25 4 times greeting=Bonjour you2");
            // The command line's 9 was in force until the source changed.
            edit(directory, "size: 8", "size: 12");
            shop.awaitStdout(" pool=12 ");

            assertThat(ask(shop, "identity")).isEqualTo(identity);
            assertThat(Long.parseLong(ask(shop, "rounds"))).isGreaterThan(rounds);
            assertThat(shop.stderr()).noneMatch(line -> line.startsWith("[reload-agent]") && !line.contains(" INFO "));
        }
    }

    @OnEveryModernJdk
    @DisplayName("4: an edit of which one value does not fit changes nothing, and is told with its place")
    void refused(Jdk jdk, @TempDir Path directory) throws Exception {
        try (Application shop = start("spring-boot-4", jdk, directory)) {
            shop.awaitStarted(AT_START);
            write(directory, source().replace("port: 25", "port: many").replace("max-orders: 20", "max-orders: 30"));
            assertThat(shop.awaitStderr("refused")).contains("application.yml:9", "mail.port", "many");
            assertThat(ask(shop, "state")).isEqualTo(AT_START);
        }
    }

    private static Application start(String example, Jdk jdk, Path directory) throws IOException {
        write(directory, source());
        Workspace workspace =
                new Workspace(directory).configuration("sources: [{file: application.yml}]", "adopt: [spring]");
        return Launch.jar(EXAMPLES.resolve(example + "/target/" + example + "-app.jar"))
                .arguments("--server.port=0", "--server.address=127.0.0.1", "--shop.pool.size=9")
                .withConfiguration()
                .option("-XX:TieredStopAtLevel=1") // starts sooner
                .start(jdk, workspace);
    }

    private static String source() {
        return String.join("\n", SOURCE) + "\n";
    }

    private static void edit(Path directory, String from, String to) throws IOException {
        String before = Files.readString(directory.resolve("application.yml"));
        assertThat(before).contains(from);
        write(directory, before.replace(from, to));
    }

    private static void write(Path directory, String content) throws IOException {
        Path fresh = Files.writeString(directory.resolve("application.yml.new"), content);
        Files.move(
                fresh,
                directory.resolve("application.yml"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    private String ask(Application shop, String what) throws IOException, InterruptedException {
        String listening = shop.stdout().stream()
                .filter(line -> line.startsWith("listening on "))
                .findFirst()
                .orElseThrow();
        String port = listening.substring("listening on ".length());
        return client.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/" + what))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
