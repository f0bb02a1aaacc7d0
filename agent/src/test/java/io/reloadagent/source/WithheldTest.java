package io.reloadagent.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.reloadagent.source.format.Formats;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is withheld from a document")
class WithheldTest {

    private static boolean isSecret(Path path) {
        return path.words().contains("password");
    }

    @Test
    @DisplayName(
            "is every value at a secret path, every text that repeats one, and every list with one in it; nothing else")
    void secrets() throws SourceException {
        Document document = yaml("""
                db: {user: u, password: canary, url: 'jdbc:x?p=canary'}
                users: [{name: a, password: b}]
                password: {first: x, second: [y]}
                plain: [1, 2]
                """);
        Document withheld = Withheld.in(document, WithheldTest::isSecret);

        assertThat(Withheld.pathsOf(withheld))
                .extracting(Path::toString)
                .containsExactly("db.password", "db.url", "password", "users");
        assertThat(withheld.find(Path.of("db.user"))).isEqualTo(document.find(Path.of("db.user")));
        assertThat(withheld.find(Path.of("plain"))).isEqualTo(document.find(Path.of("plain")));
        assertThat(Withheld.in(withheld, WithheldTest::isSecret)).isSameAs(withheld);
    }

    @Test
    @DisplayName("is a variable that may be meant for a secret path")
    void variables() {
        Origin origin = Origin.of("environment");
        Map<String, Leaf> values = new LinkedHashMap<>();
        values.put("DB_PASSWORD", new Leaf(origin, "canary", "canary"));
        values.put("DB_USER", new Leaf(origin, "u", "u"));
        Document withheld =
                Withheld.in(new Document("environment", Branch.ofVariables(origin, values)), WithheldTest::isSecret);

        assertThat(((Leaf) withheld.root().entries().get("DB_PASSWORD")).isWithheld())
                .isTrue();
        assertThat(((Leaf) withheld.root().entries().get("DB_USER")).isWithheld())
                .isFalse();
        assertThat(withheld.root().isVariable("DB_PASSWORD")).isTrue();
        assertThat(Withheld.pathsOf(withheld)).contains(Path.of("db.password"));
    }

    @Test
    @DisplayName("is the same as what is withheld elsewhere, and nothing else")
    void moved() throws SourceException {
        Node first =
                Withheld.in(yaml("password: one\n"), WithheldTest::isSecret).root();
        assertThat(Withheld.in(yaml("# a comment\npassword: two\n"), WithheldTest::isSecret)
                        .root())
                .isEqualTo(first);
        assertThat(yaml("password: ''\n").root()).isNotEqualTo(first);
    }

    @Test
    @DisplayName("is nothing where there is no secret: the document is the same")
    void none() throws SourceException {
        Document document = yaml("a: 1\n");
        assertThat(Withheld.in(document, WithheldTest::isSecret)).isSameAs(document);
        assertThat(Withheld.pathsOf(document)).isEmpty();
    }

    private static Document yaml(String text) throws SourceException {
        return new Content("a.yaml", Formats.YAML, text.getBytes(StandardCharsets.UTF_8), null).parse();
    }
}
