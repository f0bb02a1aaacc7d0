package io.reloadagent.reload;

import static org.assertj.core.api.Assertions.assertThat;

import io.reloadagent.bind.SecretPaths;
import io.reloadagent.source.Content;
import io.reloadagent.source.Document;
import io.reloadagent.source.Leaf;
import io.reloadagent.source.Path;
import io.reloadagent.source.Snapshot;
import io.reloadagent.source.SourceException;
import io.reloadagent.source.SourceFiles;
import io.reloadagent.source.format.Formats;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretTextsTest {

    private static String masked(String text, String... documents) throws SourceException {
        Document[] parsed = new Document[documents.length];
        for (int i = 0; i < documents.length; i++) {
            Content content =
                    new Content("app.yaml", Formats.YAML, documents[i].getBytes(StandardCharsets.UTF_8), null);
            parsed[i] = new Snapshot(List.of(content)).parse();
        }
        return new SecretTexts(new SecretPaths(List.of("**.password")), parsed).apply(text);
    }

    @Test
    void secretsOfAllDocumentsAreMaskedWhereverTheyAreRepeated() throws Exception {
        assertThat(masked(
                        "alice with hunter2, or hunter1",
                        "db: {user: alice, password: hunter1}",
                        "db: {password: hunter2}"))
                .isEqualTo("alice with ***, or ***");
    }

    @Test
    void soAreNumbersAndWhatIsBeneathASecretPath() throws Exception {
        assertThat(masked("4711, deep and list", "password: {pin: 4711, more: {x: deep}, all: [list]}"))
                .isEqualTo("***, *** and ***");
    }

    @Test
    void theLongerOneGoesFirst() throws Exception {
        assertThat(masked("hunter22", "password: [hunter2, hunter22]")).isEqualTo("***");
    }

    @Test
    void whatIsTooShortToBeSecretIsNot() throws Exception {
        assertThat(masked("no way", "password: no")).isEqualTo("no way");
    }

    @Test
    void oneThatIsKeptOutsideOfTheHeapIsFoundThereAndMasked(@TempDir java.nio.file.Path directory) throws Exception {
        Files.writeString(directory.resolve("key.txt"), "schlüssel\n");
        java.nio.file.Path source =
                Files.writeString(directory.resolve("app.yaml"), "db: {password: '${file:key.txt}'}");
        Document document = SourceFiles.of(Duration.ZERO, source).read().parse();
        assertThat(((Leaf) Path.of("db.password").find(document.root())).hiddenUtf8())
                .isNotNull();
        SecretTexts mask = new SecretTexts(new SecretPaths(List.of("**.password")), document);
        assertThat(mask.apply("ein schlüssel; schlüssel")).isEqualTo("ein ***; ***");
        assertThat(mask.apply("ein schlüsse")).isEqualTo("ein schlüsse");
        assertThat(mask.apply("")).isEmpty();
    }
}
