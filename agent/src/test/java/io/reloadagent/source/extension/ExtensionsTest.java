package io.reloadagent.source.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.reloadagent.source.Leaf;
import io.reloadagent.source.Snapshot;
import io.reloadagent.source.Source;
import io.reloadagent.source.SourceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class ExtensionsTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    private Source source(String read, Duration timeout) throws Exception {
        Extensions extensions = Extensions.open(List.of(Jars.withSource(directory, "remote", read)));
        Map<String, String> settings =
                Map.of("url", "x", "password", "canary1", "apiToken", "canary12\n" + "x".repeat(290), "pin", "12");
        return new ExtensionSource(
                "remote",
                extensions.source("remote"),
                settings,
                path -> !path.toString().equals("url"),
                timeout);
    }

    @Test
    void aSourceReadsWithItsSettings() throws Exception {
        Source source = source(
                "return java.util.Collections.singletonMap(\"pool.size\", settings.get(\"url\") + ++calls);", LONG);
        Leaf leaf = (Leaf) io.reloadagent.source.Path.of("pool.size")
                .find(new Snapshot(source.read()).parse().root());
        assertThat(leaf.text()).isEqualTo("x1");
        assertThat(leaf.origin()).hasToString("extension remote key pool.size");
        assertThat(new Snapshot(source.read())).isNotEqualTo(new Snapshot(source.read()));
    }

    @Test
    void aSourceSeesTheJdkAndItsInterfaceOnly() throws Exception {
        for (String hidden : List.of(
                "io.reloadagent.source.Source", "org.assertj.core.api.Assertions", "io.reloadagent.api.ReloadAgent")) {
            Source source = source("Class.forName(\"" + hidden + "\"); return null;", LONG);
            assertThat(refusal(source)).contains("java.lang.ClassNotFoundException: " + hidden);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "throw new java.io.IOException(\"no route\\n to host\"); | failed with java.io.IOException: no route",
                "throw new StackOverflowError(); | failed with java.lang.StackOverflowError",
                "return null; | failed with java.lang.NullPointerException",
                "return java.util.Collections.singletonMap(\"a\", null); | failed with java.lang.IllegalArgumentException",
                "return java.util.Collections.singletonMap(\"\", \"b\"); | failed with java.lang.IllegalArgumentException",
                "class Own extends Error { public String getMessage() { throw this; } } throw new Own(); | failed with extension.Remote$1Own",
                "throw new ThreadDeath(); | failed with java.lang.ThreadDeath"
            })
    void whateverASourceDoesTheReadingIsRefused(String read, String message) throws Exception {
        assertThat(refusal(source(read, LONG)))
                .startsWith("extension remote " + message)
                .doesNotContain("\n");
    }

    @Test
    void aMessageRepeatsNoSecretSetting() throws Exception {
        assertThat(refusal(source(
                        "throw new java.io.IOException(\"401 from \" + settings.get(\"url\") + \"?p=\" + settings.get(\"password\")"
                                + " + \"&t=\" + settings.get(\"apiToken\") + \"&n=\" + settings.get(\"pin\"));",
                        LONG)))
                .isEqualTo("extension remote failed with java.io.IOException: 401 from x?p=***&t=***&n=12");
    }

    @Test
    void aSourceThatDoesNotAnswerIsGivenUpAndNotAskedAgainBeforeItHas() throws Exception {
        Path go = directory.resolve("go");
        Source source = source(
                "while (!new java.io.File(\"" + go
                        + "\").exists()) { java.util.concurrent.locks.LockSupport.parkNanos(1000); }"
                        + " return java.util.Collections.emptyMap();",
                Duration.ofMillis(50));
        assertThat(refusal(source)).contains("did not answer within 50 ms");
        assertThat(refusal(source)).contains("has not returned from an earlier reading");
        Files.createFile(go);
        await().until(() -> succeeds(source));
    }

    private static boolean succeeds(Source source) {
        try {
            return source.read().size() == 1;
        } catch (SourceException e) {
            return false;
        }
    }

    private static String refusal(Source source) {
        return catchThrowableOfType(SourceException.class, source::read).getMessage();
    }

    @Test
    void aJarThatIsNoneOrHasNoSourceOrTheSameOneIsRefused() throws Exception {
        Path good = Jars.withSource(directory, "remote", "return null;");
        Path other = Jars.withSource(directory, "remote", "return null;");
        Path broken = Jars.jar(directory.resolve("broken.jar"), new byte[] {1}, List.of("extension.Remote"));
        Path empty = Jars.jar(directory.resolve("empty.jar"), new byte[] {1}, List.of());
        Path text = Files.writeString(directory.resolve("text.jar"), "text");
        assertThat(refused(directory.resolve("none.jar"))).contains("none.jar is no file");
        assertThat(refused(good, other)).contains("has a source 'remote', as another one has");
        assertThat(refused(broken)).contains("broken.jar cannot be used: ");
        assertThat(refused(empty)).contains("empty.jar has no source; list its class in META-INF/services/io.reload");
        assertThat(refused(text)).contains("text.jar ");
    }

    @Test
    void aSourceWhoseNameFailsAsItLikesIsRefused() throws Exception {
        Path jar = Jars.withNamedSource(
                directory,
                "remote",
                "class Own extends Error { public String getMessage() { throw this; } public String toString() { throw this; } }"
                        + " throw new Own();",
                "return null;");
        assertThat(refused(jar)).endsWith("remote.jar cannot be used: it failed with extension.Remote$1Own");
    }

    @Test
    void aSourceThatIsNeverMadeIsGivenUp() throws Exception {
        Path go = directory.resolve("go");
        Path jar = Jars.withNamedSource(
                directory,
                "remote",
                "while (!new java.io.File(\"" + go
                        + "\").exists()) { java.util.concurrent.locks.LockSupport.parkNanos(1000); } return \"remote\";",
                "return null;");
        assertThatThrownBy(() -> Extensions.open(List.of(jar), Duration.ofMillis(50)))
                .isInstanceOf(ExtensionException.class)
                .hasMessageEndingWith("remote.jar cannot be used: it did not answer within 50 ms");
        Files.createFile(go);
    }

    @Test
    void aMessageThatIsNeverDoneIsGivenUpWithTheReading() throws Exception {
        Path go = directory.resolve("go");
        Source source = source(
                "throw new RuntimeException() { public String getMessage() { while (!new java.io.File(\"" + go
                        + "\").exists()) { java.util.concurrent.locks.LockSupport.parkNanos(1000); } return null; } };",
                Duration.ofMillis(50));
        assertThat(refusal(source)).contains("did not answer within 50 ms");
        Files.createFile(go);
    }

    private static String refused(Path... jars) {
        return catchThrowableOfType(ExtensionException.class, () -> Extensions.open(List.of(jars)))
                .getMessage();
    }
}
