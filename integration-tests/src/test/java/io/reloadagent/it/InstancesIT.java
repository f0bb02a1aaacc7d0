package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Instances of one class")
class InstancesIT {

    private static final Launch INSTANCES =
            Launch.annotated("com.acme.instances.InstancesMain").withConfiguration();

    @OnEveryJdk
    @DisplayName("that a rule binds by their names follow paths of their own, from the end of their constructor on")
    void byRule(Jdk jdk, @TempDir Path directory) {
        Workspace workspace =
                workspace(directory, "source").source("databases: {orders: {max-conns: 10, mode: busy, limit: 1}}");
        try (Application application = INSTANCES.start(jdk, workspace)) {
            application.ask("make orders Pool orders");
            application.ask("make users Pool users");
            application.ask("make twin GuardedPool orders");
            application.ask("make nameless Pool");
            reads(application, "orders", "10 busy 100");
            reads(application, "users", "5 calm 100");
            reads(application, "twin", "10 busy 100 guarded");
            reads(application, "nameless", "5 calm 100");
            assertThat(application.ask("constructor twin")).containsExactly("5");
            application.awaitStderr("the field 'name' is null when the constructor ends");

            workspace.source("databases: {orders: {max-conns: 11, mode: busy}, Users: {MAX_CONNS: 21}}");
            awaitVersion(application, 2);
            reads(application, "orders", "11 busy 100");
            reads(application, "twin", "11 busy 100 guarded");
            reads(application, "users", "21 calm 100");
            application.ask("make late Pool users");
            reads(application, "late", "21 calm 100");

            application.ask("write users 77");
            reads(application, "users", "21 calm 100");
            workspace.source("databases: {orders: {max-conns: 12}}");
            awaitVersion(application, 3);
            reads(application, "users", "77 calm 100");
            reads(application, "late", "5 calm 100");
            reads(application, "orders", "12 calm 100");
            assertThat(application.stderr())
                    .as("%s", application)
                    .noneMatch(line -> line.contains(" ERROR ") || line.contains("restart"));
        }
    }

    @OnEveryJdk
    @DisplayName("keep their own values, with initial: application, until the source changes")
    void initialApplication(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = workspace(directory, "application")
                .source("databases: {orders: {max-conns: 10}, users: {max-conns: 20}}");
        try (Application application = INSTANCES.start(jdk, workspace)) {
            application.ask("make orders Pool orders");
            application.ask("make users Pool users");
            reads(application, "orders", "5 calm 100");

            workspace.source("databases: {orders: {max-conns: 11}, users: {max-conns: 20}}");
            awaitVersion(application, 2);
            application.ask("make late Pool orders");
            reads(application, "orders", "11 calm 100");
            reads(application, "late", "11 calm 100");
            reads(application, "users", "5 calm 100");
        }
    }

    @OnEveryJdk
    @DisplayName("change all or none: one that cannot take its value refuses the reload")
    void badValues(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = workspace(directory, "source")
                .source("databases: {orders: {max-conns: 10}, users: {max-conns: 20}, bad: {max-conns: many}}");
        try (Application application = INSTANCES.start(jdk, workspace)) {
            application.ask("make orders Pool orders");
            application.ask("make users Pool users");
            workspace.source("databases: {orders: {max-conns: 11}, users: {max-conns: lots}}");
            application.awaitStderr("users.max_conns");
            reads(application, "orders", "10 calm 100");
            reads(application, "users", "20 calm 100");

            workspace.source("databases: {orders: {max-conns: 12}, users: {max-conns: 22}, bad: {max-conns: many}}");
            awaitVersion(application, 2);
            application.ask("make bad Pool bad");
            reads(application, "bad", "5 calm 100");
            assertThat(application.awaitStderr("keeps its own value"))
                    .contains("com.acme.instances.Pool.maxConns at databases.bad.max_conns", "app.yaml:1:");

            workspace.source("databases: {orders: {max-conns: 13}, users: {max-conns: 22}, bad: {max-conns: many}}");
            application.awaitStderr("version 2 stays:");
            reads(application, "orders", "12 calm 100");
            workspace.source("databases: {orders: {max-conns: 13}, users: {max-conns: 22}, bad: {max-conns: 33}}");
            awaitVersion(application, 3);
            reads(application, "orders", "13 calm 100");
            reads(application, "bad", "33 calm 100");
        }
    }

    @OnEveryJdk
    @DisplayName("whose annotation names several fields have a path of each of their values")
    void severalFields(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = workspace(directory, "source").source("caches: {north: {1: {size: 10}, 2: {size: 20}}}");
        try (Application application = INSTANCES.start(jdk, workspace)) {
            application.ask("make one Cache NORTH 1");
            application.ask("make two Cache NORTH 2");
            application.ask("make three Cache SOUTH 2");
            reads(application, "one", "10 NORTH1");
            reads(application, "two", "20 NORTH2");
            reads(application, "three", "1 SOUTH2");
        }
    }

    @OnEveryJdk
    @DisplayName("are bound by the application, bound anew, and unbound")
    void byApplication(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = workspace(directory, "source")
                .source(
                        "worker: {threads: 2, enabled: false}",
                        "common: {level: high}",
                        "workers: {fast: {threads: 8, queue: {size: 1.5}, level: high, enabled: true}, slow: {threads: 3}}");
        try (Application application = INSTANCES.start(jdk, workspace)) {
            application.ask("make fast Worker");
            application.ask("make slow Worker");
            application.ask("make other Worker");
            reads(application, "fast", "2 0.5 HIGH false");
            assertThat(application.ask("bind fast workers.fast")).containsExactly("bound");
            application.ask("bind slow workers.slow");
            reads(application, "fast", "8 1.5 HIGH false");
            reads(application, "slow", "3 0.5 LOW false");
            reads(application, "other", "2 0.5 HIGH false");

            workspace.source("worker: {threads: 4}", "workers: {fast: {threads: 9}, slow: {level: high}}");
            awaitVersion(application, 2);
            reads(application, "fast", "9 0.5 LOW true");
            reads(application, "slow", "1 0.5 HIGH true");
            reads(application, "other", "4 0.5 LOW true");

            application.ask("bind other workers.fast");
            application.ask("bind fast workers.slow");
            application.ask("unbind slow");
            reads(application, "fast", "1 0.5 HIGH true");
            reads(application, "slow", "4 0.5 LOW true");
            reads(application, "other", "9 0.5 LOW true");
            application.ask("bind other worker");
            reads(application, "other", "4 0.5 LOW true");

            assertThat(application.ask("bind other workers..fast").get(0)).contains("'workers..fast' is no path");
            application.ask("make object Object");
            application.ask("bind object workers.fast");
            assertThat(application.awaitStderr("no dynamic fields")).contains("java.lang.Object");
        }
    }

    @OnEveryJdk
    @DisplayName("are not kept from being collected, and their paths are forgotten with them")
    void collected(Jdk jdk, @TempDir Path directory) {
        Workspace workspace =
                workspace(directory, "source").source("databases: {orders: {max-conns: 10}, users: {max-conns: 20}}");
        try (Application application = INSTANCES.start(jdk, workspace)) {
            application.ask("make orders Pool orders");
            application.ask("make users Pool users");
            application.ask("forget orders");
            application.awaitAnswer("gone orders", gone -> gone.containsExactly("true"));

            workspace.source("databases: {orders: {max-conns: no number}, users: {max-conns: 21}}");
            awaitVersion(application, 2);
            reads(application, "users", "21 calm 100");
        }
    }

    @OnEveryJdk
    @DisplayName("have their own values when the agent has stopped")
    void stopped(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = workspace(directory, "source")
                .source("databases: {orders: {max-conns: 10}}", "workers: {fast: {threads: 8}}");
        try (Application application = INSTANCES.start(jdk, workspace)) {
            application.ask("make orders Pool orders");
            application.ask("make fast Worker");
            application.ask("bind fast workers.fast");
            reads(application, "orders", "10 calm 100");
            reads(application, "fast", "8 0.5 LOW true");

            Attachment.stop(application);
            reads(application, "orders", "5 calm 100");
            reads(application, "fast", "1 0.5 LOW true");
            application.ask("bind fast workers.fast");
            reads(application, "fast", "1 0.5 LOW true");

            Attachment.attach(application);
            application.awaitStderr("loaded before follow");
            application.ask("bind fast workers.fast");
            reads(application, "fast", "8 0.5 LOW true");
        }
    }

    @OnEveryJdk
    @DisplayName("keep their own values when the rule names a field that the class does not have")
    void unknownField(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory)
                .configuration(
                        "sources: [{file: app.yaml}]",
                        "dynamic:",
                        "  - {class: com.acme.instances.Pool, prefix: 'databases.${nam}', initial: source}")
                .source("databases: {orders: {max-conns: 10}}", "worker: {threads: 2}");
        try (Application application = INSTANCES.start(jdk, workspace)) {
            application.ask("make orders Pool orders");
            application.ask("make worker Worker");
            reads(application, "orders", "5 calm 100");
            reads(application, "worker", "2 0.5 LOW true");
            application.awaitStderr("the class has no field 'nam'; did you mean 'name'?");
        }
    }

    private static void reads(Application application, String name, String values) {
        assertThat(application.ask("read " + name))
                .as("%s of %s", name, application)
                .containsExactly(values);
    }

    private static void awaitVersion(Application application, long version) {
        application.awaitAnswer("version", now -> now.containsExactly(String.valueOf(version)));
    }

    private static Workspace workspace(Path directory, String initial) {
        return new Workspace(directory)
                .configuration(
                        "sources: [{file: app.yaml}]",
                        "dynamic:",
                        "  - class: com.acme.instances.Pool",
                        "    prefix: databases.${name}",
                        "    initial: " + initial);
    }
}
