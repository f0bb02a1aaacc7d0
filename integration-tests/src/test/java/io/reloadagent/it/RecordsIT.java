package io.reloadagent.it;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Records")
class RecordsIT {

    @OnEveryModernJdk
    @DisplayName(
            "with dynamic components: accessors, toString, equals, hashCode, lambdas and patterns see the source's values")
    void components(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory)
                .configuration(
                        "sources: [{file: app.yaml}]",
                        "dynamic: [{class: com.acme.records.Shard, prefix: 'shards.${name}', initial: source}]")
                .source("something: else");
        try (Application application = Launch.of(
                        "com.acme.records.RecordsMain", Launch.MODERN_APPLICATIONS, Launch.APPLICATIONS, Launch.API_JAR)
                .withConfiguration()
                .start(jdk, workspace)) {
            application.awaitAnswer(
                    "seenAll",
                    all -> all.containsExactly(
                            "accessor=[1]",
                            "lambda=[1]",
                            "toString=[Limits[size=1, name=own]]",
                            "equals=[false]",
                            "hashCode=[false]",
                            "nested=[Window[limits=Limits[size=1, name=own], width=3]]",
                            "shard=[Shard[name=north, replicas=1]]",
                            "otherShard=[2]"));
            workspace.source("limits: {size: 2, name: source}", "shards: {north: {replicas: 7}, south: {replicas: 8}}");

            application.awaitAnswer(
                    "seenAll",
                    all -> all.contains("accessor=[1, 2]", "lambda=[1, 2]", "equals=[false, true]")
                            .anyMatch(seen -> seen.matches(
                                    "toString=\\[Limits\\[size=1, name=own], .*" + "Limits\\[size=2, name=source]]"))
                            .anyMatch(seen -> seen.matches("hashCode=\\[false, true]"))
                            .anyMatch(seen -> seen.matches("nested=.*name=source], width=3]]"))
                            .contains("otherShard=[2, 8]")
                            .anyMatch(seen -> seen.matches("shard=.*, Shard\\[name=north, replicas=7]]")));

            workspace.source("something: else");
            application.awaitAnswer(
                    "seenAll", all -> all.contains("accessor=[1, 2, 1]", "equals=[false, true, false]"));
        }
    }
}
