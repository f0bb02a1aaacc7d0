package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Readers of dynamic fields")
class ReadersIT {

    private static final String SOURCE = "reads: {inherited: 5, inherited-static: 6, hidden: 7, limit: 8, counter: 9}";

    @OnEveryJdk
    @DisplayName(
            "see the source's value wherever they read: lambdas, constructors, initialisers, subclasses, interfaces")
    void everyPlace(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory).source("something: else");
        try (Application application =
                Launch.annotated("com.acme.reads.ReadsMain").withSource().start(jdk, workspace)) {
            application.awaitAnswer(
                    "seenAll",
                    all -> all.allSatisfy(
                            seen -> assertThat(seen).matches(".*=\\[(1|default method=\\[2|2|NullPointerException)]")));
            workspace.source(SOURCE);

            application.awaitAnswer(
                    "seenAll",
                    all -> all.containsExactly(
                            "lambda=[1, 5]",
                            "anonymous=[1, 5]",
                            "method reference=[1, 5]",
                            "constructor=[1, 5]",
                            "subclass static=[1, 6]",
                            "private nested=[1, 7]",
                            "interface constant=[1, 8]",
                            "default method=[2, 16]",
                            "null=[NullPointerException]",
                            "counter=[1, 9]"));
            assertThat(application.ask("initialise"))
                    .as("a static initialiser that runs now")
                    .containsExactly("5");
        }
    }

    @OnEveryJdk
    @DisplayName("that add to a field read the source's value, and write into the field's own")
    void compoundAssignment(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory).source(SOURCE);
        try (Application application =
                Launch.annotated("com.acme.reads.ReadsMain").withSource().start(jdk, workspace)) {
            application.awaitSeen("counter", 9);
            assertThat(application.ask("add10")).isEqualTo(List.of("19"));

            workspace.source("something: else");
            application.awaitSeen("counter", 9, 19);
        }
    }

    @OnEveryJdk
    @DisplayName("see a change in a frame of main that was running before")
    void mainFrame(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory).source("something: else");
        try (Application application =
                Launch.annotated("com.acme.reads.MainLoop").withSource().start(jdk, workspace)) {
            application.awaitStdout(1, "main reads 1");
            workspace.source("reads: {size: 2}");
            application.awaitStdout(2, "main reads 2");
            workspace.source("reads: {}");
            application.awaitStdout(3, "main reads 1");
        }
    }
}
