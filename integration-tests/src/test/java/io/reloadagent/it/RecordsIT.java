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
        Workspace workspace = new Workspace(directory).source("something: else");
        try (Application application = Launch.of(
                        "com.acme.records.RecordsMain", Launch.MODERN_APPLICATIONS, Launch.APPLICATIONS, Launch.API_JAR)
                .withSource()
                .start(jdk, workspace)) {
            application.awaitAnswer(
                    "seenAll",
                    all -> all.containsExactly(
                            "accessor=[1]",
                            "lambda=[1]",
                            "toString=[Limits[size=1, name=own]]",
                            "equals=[false]",
                            "hashCode=[false]",
                            "nested=[Window[limits=Limits[size=1, name=own], width=3]]"));
            workspace.source("limits: {size: 2, name: source}");

            application.awaitAnswer(
                    "seenAll",
                    all -> all.contains("accessor=[1, 2]", "lambda=[1, 2]", "equals=[false, true]")
                            .anyMatch(seen -> seen.matches(
                                    "toString=\\[Limits\\[size=1, name=own], .*" + "Limits\\[size=2, name=source]]"))
                            .anyMatch(seen -> seen.matches("hashCode=\\[false, true]"))
                            .anyMatch(seen -> seen.matches("nested=.*name=source], width=3]]")));

            workspace.source("something: else");
            application.awaitAnswer(
                    "seenAll", all -> all.contains("accessor=[1, 2, 1]", "equals=[false, true, false]"));
        }
    }
}
