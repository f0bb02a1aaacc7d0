package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Fields that change ten times a second")
class ChurnIT {

    private static final int SECONDS = Integer.getInteger("churn.seconds", 10);
    private static final Duration PATIENCE =
            Duration.ofMinutes(1).plus(Duration.ofSeconds(SECONDS).multipliedBy(3));

    private static final String UNCOMPILABLE = "made not compilable";
    private static final Pattern SAMPLE = Pattern.compile("after (\\d+): code cache (\\d+) metaspace (\\d+)");

    /** In the second half of the time. The JVM goes on to compile what it finds to be hot, more slowly all the time. */
    private static final int MOST_CODE_KIB = 2048;

    private static final int MOST_METASPACE_KIB = 1024;

    @OnEveryModernJdk
    @DisplayName("built in each time, leave no method uncompilable; code cache and metaspace level off")
    void builtIn(Jdk jdk, @TempDir Path directory) throws IOException {
        assertLevelsOff("reload.quiet=0s", jdk, directory);
    }

    @OnEveryModernJdk
    @DisplayName("left open, as they are by default, leave no method uncompilable; code cache and metaspace level off")
    void leftOpen(Jdk jdk, @TempDir Path directory) throws IOException {
        assertLevelsOff("reload.quiet=2s", jdk, directory);
    }

    @Test
    @DisplayName("in a JVM that gives up a method at its first deoptimization, do leave some: the test can fail")
    void control(@TempDir Path directory) throws IOException {
        Jdk jdk = Jdk.at(Path.of(System.getProperty("java.home")));
        churn("reload.quiet=0s", "-XX:PerMethodRecompilationCutoff=0", jdk, directory);
        assertThat(uncompilable(directory)).isNotEmpty();
    }

    private static void assertLevelsOff(String quiet, Jdk jdk, Path directory) throws IOException {
        List<int[]> samples = churn(quiet, "-XX:+PrintCompilation", jdk, directory);
        assertThat(uncompilable(directory)).isEmpty();
        int[] half = samples.get(samples.size() / 2 - 1);
        int[] end = samples.get(samples.size() - 1);
        assertThat(end[0] - half[0]).as("KiB of code").isLessThan(MOST_CODE_KIB);
        assertThat(end[1] - half[1]).as("KiB of metaspace").isLessThan(MOST_METASPACE_KIB);
    }

    /** KiB of code cache and metaspace, ten times. */
    private static List<int[]> churn(String quiet, String option, Jdk jdk, Path directory) {
        Workspace workspace = new Workspace(directory).source("churn: {number: 0, text: number 0}");
        Launch launch = Launch.annotated("com.acme.churn.ChurnMain")
                .options("-XX:+PrintCompilation", option)
                .options("-XX:+UnlockDiagnosticVMOptions", "-XX:+LogVMOutput", "-XX:-DisplayVMOutput")
                .option("-XX:LogFile=jvm.log")
                .withSource("reload.watch=false", "reload.settle=0s", quiet, "log.level=warn")
                .arguments(Workspace.SOURCE, String.valueOf(SECONDS));
        try (Application application = launch.start(jdk, workspace)) {
            await().atMost(PATIENCE)
                    .until(() -> application.stdout().stream().anyMatch(line -> line.contains("was read last"))
                            || !application.stderr().isEmpty());
            assertThat(application.awaitExit()).as("%s", application).isZero();
            int last = SECONDS * 10;
            assertThat(application.stdout()).as("%s", application).endsWith(last + " was read last of " + last);
            System.out.println(jdk + ", " + quiet + ", " + SECONDS + " s, KiB: " + application.stdout());
            return application.stdout().stream()
                    .map(SAMPLE::matcher)
                    .filter(Matcher::matches)
                    .map(sample -> new int[] {Integer.parseInt(sample.group(2)), Integer.parseInt(sample.group(3))})
                    .toList();
        }
    }

    private static List<String> uncompilable(Path directory) throws IOException {
        List<String> log = Files.readAllLines(directory.resolve("jvm.log"));
        assertThat(log).as("what the JVM compiled").anyMatch(line -> line.contains("com.acme.churn.HotReader"));
        return log.stream().filter(line -> line.contains(UNCOMPILABLE)).toList();
    }
}
