package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A JVM that takes the application's classes from an archive")
class ArchivesIT {

    private static final Path EXAMPLE =
            Path.of(System.getProperty("examples.directory"), "annotated-app", "target", "annotated-app.jar");
    private static final Launch MAILER = Launch.jar(EXAMPLE.toAbsolutePath());
    private static final String ARCHIVE = "classes.archive";
    private static final int FIRST_WITH_AOT_CACHE = 25;

    @OnEveryModernJdk
    @DisplayName("for class data sharing: they follow as others do")
    void classDataSharing(Jdk jdk, @TempDir Path directory) throws IOException {
        dump("-XX:ArchiveClassesAtExit=" + ARCHIVE, jdk, directory);
        assertFollows("-XX:SharedArchiveFile=" + ARCHIVE, jdk, directory);
    }

    @OnEveryModernJdk
    @DisplayName("for ahead-of-time linking, which loads them before the agent: they follow as others do")
    void aheadOfTime(Jdk jdk, @TempDir Path directory) throws IOException {
        assumeTrue(jdk.feature() >= FIRST_WITH_AOT_CACHE, jdk + " has no such cache");
        dump("-XX:AOTCacheOutput=" + ARCHIVE, jdk, directory);
        assertFollows("-XX:AOTCache=" + ARCHIVE, jdk, directory);
    }

    /** Without the agent, as the JVM demands; with the module that an agent adds, for otherwise the archive would not fit. */
    private static void dump(String option, Jdk jdk, Path directory) {
        try (Application mailer = MAILER.options("--add-modules", "java.instrument", option)
                .arguments("--seconds", "1")
                .start(jdk, new Workspace(directory))) {
            assertThat(mailer.awaitExit()).as("%s", mailer).isZero();
            assertThat(directory.resolve(ARCHIVE)).as("%s", mailer).exists();
        }
    }

    private static void assertFollows(String option, Jdk jdk, Path directory) throws IOException {
        Workspace workspace = new Workspace(directory).source("mail: {pool: {size: 3}}");
        try (Application mailer = MAILER.options(option, "-Xlog:class+load:file=loaded.txt")
                .withSource()
                .start(jdk, workspace)) {
            mailer.awaitStdout("started with the agent");
            mailer.awaitStdout("pool 3,");
            workspace.source("mail: {pool: {size: 4}}");
            mailer.awaitStdout("pool 4,");
            assertThat(Files.readAllLines(directory.resolve("loaded.txt")))
                    .anyMatch(line -> line.contains("com.acme.mail.Mailer source: shared objects file"));
        }
    }
}
