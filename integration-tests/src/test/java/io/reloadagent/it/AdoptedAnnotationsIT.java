package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An application with the annotations of MicroProfile, Apollo and Nacos")
class AdoptedAnnotationsIT {

    private static final Launch APPLICATION = Launch.of(
            "com.acme.adopted.AdoptedMain",
            Launch.APPLICATIONS,
            Launch.jarOf("org.eclipse.microprofile.config.inject.ConfigProperty"),
            Launch.jarOf("com.ctrip.framework.apollo.spring.annotation.ApolloJsonValue"),
            Launch.jarOf("com.alibaba.nacos.api.config.annotation.NacosValue"));

    private static final Jdk JDK = Jdk.at(Path.of(System.getProperty("java.home")));

    @OnEveryJdk
    @DisplayName(
            "follows where each is adopted, by name, by placeholder, by prefix, through a subclass, and from outside")
    void follows(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory)
                .configuration("sources: [{file: app.yaml}]", "adopt: [microprofile, apollo, nacos]")
                .source("mail.size: 9");
        try (Application application = APPLICATION.withConfiguration().start(jdk, workspace)) {
            application.awaitSeen("size", 5); // its own until the source changes
            application.awaitSeen("maxConns", 4);

            workspace.source(
                    "mail: {size: 10, limit: 3}",
                    "com.acme.adopted.MailSettings.banner: new",
                    "queue: {limits: '[2, 3]', depth: 7}",
                    "pool.max-conns: 8");
            application.awaitSeen("size", 5, 10);
            application.awaitSeen("limit", "Optional.empty", "Optional[3]");
            application.awaitSeen("banner", "own", "new");
            application.awaitSeen("limits", "[1]", "[2, 3]");
            application.awaitSeen("depth", 1, 7);
            application.awaitSeen("maxConns", 4, 8);

            workspace.source("queue: {limits: '[4, ', depth: 8}");
            assertThat(application.awaitStderr("refused")).contains("app.yaml:1:", "queue.limits", "JSON");
            application.awaitSeen("depth", 1, 7);
        }
    }

    @Test
    @DisplayName("follows nothing that is not adopted")
    void adoptsWhatIsNamed(@TempDir Path directory) {
        Workspace workspace = new Workspace(directory)
                .configuration("sources: [{file: app.yaml}]", "adopt: nacos")
                .source("mail.size: 9");
        try (Application application = APPLICATION.withConfiguration().start(JDK, workspace)) {
            application.awaitSeen("size", 5);
            workspace.source("mail.size: 10", "pool.max-conns: 8");
            application.awaitSeen("maxConns", 4, 8);
            application.awaitSeen("size", 5);
        }
    }

    @Test
    @DisplayName("is told a framework that nobody knows, with its place, and runs without the agent")
    void unknown(@TempDir Path directory) {
        Workspace workspace = new Workspace(directory)
                .configuration("sources: [{file: app.yaml}]", "adopt: [nacos, sprint]")
                .source("mail.size: 9");
        try (Application application = APPLICATION.withConfiguration().start(JDK, workspace)) {
            assertThat(application.awaitStderr("adopt"))
                    .contains("reload-agent.yaml:2:16", "spring, microprofile, apollo, nacos", "'sprint'");
            application.awaitSeen("size", 5);
        }
    }
}
