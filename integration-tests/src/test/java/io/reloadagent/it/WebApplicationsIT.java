package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName(
        "Two web applications, with a copy of the API and a section of the file each, and classes of the same names")
class WebApplicationsIT {

    private static final int REDEPLOYMENTS = 10;

    /** Tomcat's request threads may hold on to the last one. */
    private static final int MOST_LEFT = 1;

    @OnOldestAndNewest
    @DisplayName("in Tomcat 9: each follows its own section; one that is redeployed leaves no class loader behind")
    void tomcat9(Jdk jdk, @TempDir Path directory) {
        redeployed(jdk, directory, "javax", 8, Libraries.of("tomcat-9"));
    }

    @OnEveryModernJdk
    @DisplayName("in Tomcat 11: the same")
    void tomcat11(Jdk jdk, @TempDir Path directory) {
        redeployed(jdk, directory, "jakarta", 17, Libraries.of("tomcat-11"));
    }

    private static void redeployed(Jdk jdk, Path directory, String namespace, int release, List<Path> tomcat) {
        Workspace workspace = new Workspace(directory)
                .configuration(
                        "sources: [{file: app.yaml}]",
                        "dynamic:",
                        "  - {class: com.acme.web.ShopServlet$Limits, prefix: 'limits.${owner}', fields: [limit], initial: source}");
        values(workspace, 0, 0);
        deployable("orders", directory, namespace, release, tomcat);
        deployable("stock", directory, namespace, release, tomcat);
        try (Application server = server(directory, release, tomcat).start(jdk, workspace)) {
            server.awaitStdout("started");
            assertThat(server.ask("deploy orders")).containsExactly(answer("orders", 0, 0));
            assertThat(server.ask("deploy stock")).containsExactly(answer("stock", 0, 0));
            for (int number = 1; number <= REDEPLOYMENTS; number++) {
                values(workspace, 0, number);
                String expected = answer("stock", number, 1);
                server.awaitAnswer("ask stock", stock -> stock.containsExactly(expected));
                server.ask("undeploy stock");
                assertThat(server.ask("deploy stock")).containsExactly(answer("stock", number, 0));
            }
            assertThat(server.ask("ask orders")).containsExactly(answer("orders", 0, 0));
            values(workspace, 1, REDEPLOYMENTS);
            server.awaitAnswer("ask orders", orders -> orders.containsExactly(answer("orders", 1, 1)));
            server.awaitAnswer(
                    "left",
                    left -> left.singleElement()
                            .satisfies(
                                    count -> assertThat(Integer.parseInt(count)).isLessThanOrEqualTo(MOST_LEFT)));
            assertThat(server.stderr()).noneMatch(line -> line.contains(" ERROR ") || line.contains("left as it is"));
        }
    }

    private static void values(Workspace workspace, int orders, int stock) {
        workspace.source(
                "orders: {size: " + orders + ", greeting: orders " + orders + "}",
                "stock: {size: " + stock + ", greeting: stock " + stock + "}",
                "limits:",
                "  orders: {limit: " + (100 + orders) + "}",
                "  stock: {limit: " + (200 + stock) + "}");
    }

    private static String answer(String name, int number, int calls) {
        int limit = (name.equals("orders") ? 100 : 200) + number;
        return "size " + number + " greeting " + name + " " + number + " calls " + calls + " limit " + limit
                + " own copy true active true";
    }

    private static Launch server(Path directory, int release, List<Path> tomcat) {
        List<Path> classPath = with(tomcat, Launch.APPLICATIONS);
        Path classes = new Compilation("tomcat-server", release, classPath).into(directory.resolve("server"));
        return Launch.of("com.acme.server.ServerMain", with(classPath, classes).toArray(Path[]::new))
                .option("-XX:SoftRefLRUPolicyMSPerMB=0")
                .withConfiguration();
    }

    private static void deployable(String name, Path directory, String namespace, int release, List<Path> tomcat) {
        Path inside = directory.resolve(name).resolve("WEB-INF");
        new Compilation("tomcat-web", release, with(tomcat, Launch.API_JAR))
                .into(inside.resolve("classes"), Map.of("NAMESPACE", namespace, "APPLICATION", name));
        try {
            Files.createDirectories(inside.resolve("lib"));
            Files.copy(Launch.API_JAR, inside.resolve("lib/api.jar"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> with(List<Path> classPath, Path... more) {
        List<Path> all = new ArrayList<>(classPath);
        Stream.of(more).forEach(all::add);
        return all;
    }
}
