package io.reloadagent.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.reloadagent.api.Dynamic;
import io.reloadagent.field.Cell;
import io.reloadagent.source.Problem;
import io.reloadagent.source.SourceException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@SuppressWarnings("unused")
class BinderTest {

    @Dynamic("database")
    private static class Database {
        private int maxConns = 5;
        private static Duration timeout = Duration.ofSeconds(1);

        @Dynamic("users.name")
        private String user;
    }

    private static class Partly {
        @Dynamic("partly.size")
        private int size;

        @Dynamic
        private int other;

        private int plain;
    }

    private static class Plain {
        private int size;
        private String name;
    }

    @Test
    void annotatedFieldsHaveTheSourcesValueFromTheStart() throws Exception {
        Bound bound = new Bound("database: {max-conns: 7}\nusers: {name: bob}\npartly.size: 3\nother: 4");
        assertThat(bound.inForce(bound.cell(Database.class, "maxConns"))).isEqualTo(7);
        assertThat(bound.inForce(bound.cell(Database.class, "timeout"))).isEqualTo("own");
        assertThat(bound.inForce(bound.cell(Database.class, "user"))).isEqualTo("bob");
        assertThat(bound.inForce(bound.cell(Partly.class, "size"))).isEqualTo(3);
        assertThat(bound.inForce(bound.cell(Partly.class, "other"))).isEqualTo(4);
        assertThat(bound.cell(Partly.class, "plain")).isNull();
        assertThat(bound.cell(Plain.class, "size")).isNull();
    }

    @Test
    void allFieldsOfAClassAreRegisteredWithTheFirst() throws Exception {
        Bound bound = new Bound("{}");
        assertThat(bound.registered).isEmpty();
        bound.cell(Database.class, "user");
        assertThat(bound.registered).hasSize(3);
    }

    @Dynamic("mixed")
    private static class Mixed {
        private int size;
        private Own own;
        private List<Own> owns;
    }

    private static class Own {
        private static int made;

        private int size;

        Own() {
            made++;
        }
    }

    @Test
    @DisplayName("no code of the application runs for a read of a field that does not have its type")
    void applicationTypesWaitForTheirOwnRead() throws Exception {
        Bound bound = new Bound("mixed: {size: 3, own: {size: 4}, owns: [{size: 5}]}");
        assertThat(bound.inForce(bound.cell(Mixed.class, "size"))).isEqualTo(3);
        bound.compare("mixed: {size: 4, own: {size: 5}, owns: [{size: 6}]}");
        assertThat(bound.registered).hasSize(1);
        assertThat(Own.made).isZero();
        Cell own = bound.cell(Mixed.class, "own");
        assertThat(bound.inForce(own))
                .isInstanceOfSatisfying(
                        Own.class, value -> assertThat(value.size).isEqualTo(4));
        assertThat(Own.made).isEqualTo(1);
        assertThat(bound.registered).hasSize(2);
        assertThat(bound.apply("mixed: {own: {size: 7}, owns: []}").changes())
                .extracting(Object::toString)
                .containsExactly("mixed.own", "mixed.size");
        assertThat(bound.inForce(own))
                .isInstanceOfSatisfying(
                        Own.class, value -> assertThat(value.size).isEqualTo(7));
    }

    @Test
    void ruledFieldsKeepTheirOwnValueUntilTheSourceChangesAndAgainWhenItGoesBack() throws Exception {
        Bound bound = new Bound("plain: {size: 1}", Bound.rule(Plain.class, "plain", false));
        Cell size = bound.cell(Plain.class, "size");
        assertThat(bound.inForce(size)).isEqualTo("own");
        assertThat(Bound.values(bound.apply("plain: {size: 2}")))
                .containsExactlyEntriesOf(java.util.Map.of("plain.size", List.of(1, 2)));
        assertThat(bound.inForce(size)).isEqualTo(2);
        bound.apply("plain: {size: 1}");
        assertThat(bound.inForce(size)).isEqualTo("own");
        bound.apply("plain: {size: 3}");
        bound.apply("plain: {}");
        assertThat(bound.inForce(size)).isEqualTo("own");
    }

    @Test
    void ruledFieldsWithInitialSourceHaveItsValueFromTheStart() throws Exception {
        Bound bound = new Bound("plain: {size: 1}", Bound.rule(Plain.class, "plain", true));
        assertThat(bound.inForce(bound.cell(Plain.class, "size"))).isEqualTo(1);
    }

    @Test
    @DisplayName("A08 a key that is deleted gives the field its own value back")
    void deleted() throws Exception {
        Bound bound = new Bound("database: {maxConns: 7}");
        Cell size = bound.cell(Database.class, "maxConns");
        ChangeSet changes = bound.apply("{}");
        assertThat(changes.resets()).containsExactly(size);
        assertThat(Bound.values(changes)).containsEntry("database.max_conns", Arrays.asList(7, null));
        assertThat(bound.inForce(size)).isEqualTo("own");
    }

    @Test
    @DisplayName("A10 changes carry values of the fields' types")
    void typed() throws Exception {
        Bound bound = new Bound("database: {maxConns: 7}");
        bound.cell(Database.class, "maxConns");
        assertThat(Bound.values(bound.compare("database: {MAX_CONNS: 8, timeout: 1m}")))
                .containsExactly(
                        java.util.Map.entry("database.max_conns", List.of(7, 8)),
                        java.util.Map.entry("database.timeout", Arrays.asList(null, Duration.ofMinutes(1))));
    }

    @Test
    void theSameValueWrittenOtherwiseIsNoChange() throws Exception {
        Bound bound = new Bound("database: {timeout: 60s}");
        bound.cell(Database.class, "timeout");
        assertThat(bound.compare("database:\n  # longer\n  Timeout: 1m\n").isEmpty())
                .isTrue();
    }

    @Test
    @DisplayName("A15 every value that cannot be converted is reported at once, with its place")
    void allProblems() throws Exception {
        Bound bound = new Bound("{}");
        bound.cell(Database.class, "maxConns");
        bound.cell(Partly.class, "size");
        SourceException refusal = catchThrowableOfType(
                SourceException.class,
                () -> bound.compare("database: {maxConns: many, timeout: soon}\npartly: {size: [1]}"));
        assertThat(refusal.problems())
                .extracting(Problem::path)
                .containsExactlyInAnyOrder("database.max_conns", "database.timeout", "partly.size");
        assertThat(refusal.problems())
                .allMatch(problem -> problem.origin().source().equals("app.yaml"));
    }

    @Test
    @DisplayName("A06 changed keys that no dynamic field is bound to need a restart")
    void restart() throws Exception {
        Bound bound = new Bound("server: {port: 1}\nold: 1\nplain: {name: a}", Bound.rule(Plain.class, "plain", false));
        bound.cell(Database.class, "maxConns");
        ChangeSet changes = bound.compare("server: {port: 2}\nnew: 1\nplain: {name: b}\ndatabase: {maxConns: 1}");
        assertThat(changes.restartRequired()).extracting(Object::toString).containsExactly("server.port", "new", "old");
        assertThat(changes.changes()).extracting(Object::toString).containsExactly("database.max_conns");
    }

    @Test
    void keysThatNoPathCanNameChangeLikeOthers() throws Exception {
        Bound bound = new Bound(".hidden: {a: 1}\n'x..y': 1\nserver: {.z: 1}");
        assertThat(bound.compare(".hidden: {a: 2}\nserver: {.z: 2}").restartRequired())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder(".hidden.a", "x..y", "server..z");
    }

    @Test
    void twoKeysForOneFieldAreRefused() throws Exception {
        Bound bound = new Bound("{}");
        bound.cell(Database.class, "maxConns");
        SourceException refusal = catchThrowableOfType(
                SourceException.class, () -> bound.compare("database:\n  maxConns: 1\n  max-conns: 2"));
        assertThat(refusal).hasMessageContaining("app.yaml:3:3 database.max_conns: is given twice");
    }

    @Test
    @DisplayName("two keys for one field, there from the start, are reported, and mended by the next edit")
    void ambiguousFromTheStart() throws Exception {
        Bound bound = new Bound(
                "database: {maxConns: 1, max-conns: 2}\nplain: {size: 1, SIZE: 2}",
                Bound.rule(Plain.class, "plain", false));
        Cell annotated = bound.cell(Database.class, "maxConns");
        Cell ruled = bound.cell(Plain.class, "size");
        assertThat(bound.inForce(annotated)).isEqualTo("own");
        assertThat(bound.refused).hasSize(2).allMatch(line -> line.contains("given twice"));
        bound.apply("database: {maxConns: 1}\nplain: {size: 3}");
        assertThat(bound.inForce(annotated)).isEqualTo(1);
        assertThat(bound.inForce(ruled)).isEqualTo(3);
    }

    @Test
    @DisplayName("a field keeps its own value if the source's cannot be converted at the start, until an edit mends it")
    void unconvertibleFromTheStart() throws Exception {
        Bound bound = new Bound("database: {maxConns: many, timeout: 2s}");
        Cell size = bound.cell(Database.class, "maxConns");
        assertThat(bound.inForce(size)).isEqualTo("own");
        assertThat(bound.refused).singleElement().asString().contains("app.yaml:1:22");
        assertThat(bound.inForce(bound.cell(Database.class, "timeout"))).isEqualTo(Duration.ofSeconds(2));
        bound.apply("database: {maxConns: 9}");
        assertThat(bound.inForce(size)).isEqualTo(9);
    }

    @Test
    void whileAFirstValueDoesNotFitOtherEditsAreRefused() throws Exception {
        Bound bound = new Bound("database: {maxConns: many, timeout: 2s}");
        bound.cell(Database.class, "maxConns");
        SourceException refusal = catchThrowableOfType(
                SourceException.class, () -> bound.compare("database: {maxConns: many, timeout: 3s}"));
        assertThat(refusal).hasMessageContaining("database.max_conns");
        assertThat(bound.apply("database: {timeout: 3s}").changes())
                .extracting(Object::toString)
                .containsExactly("database.timeout");
    }

    @Test
    void fieldsThatTheCompilerCopiedNeedARestart() throws Exception {
        Bound bound = new Bound("{}", type -> type == Database.class ? Set.of("maxConns") : Set.of());
        assertThat(bound.cell(Database.class, "maxConns")).isNull();
        bound.cell(Database.class, "timeout");
        assertThat(bound.compare("database: {maxConns: 1}").restartRequired())
                .extracting(Object::toString)
                .containsExactly("database.max_conns");
    }

    @Test
    @DisplayName("a value that only the application understands can be taken away and put back")
    void foreignValuePutBack() throws Exception {
        Bound bound = new Bound("plain: {size: five}", Bound.rule(Plain.class, "plain", false));
        Cell size = bound.cell(Plain.class, "size");
        bound.apply("plain: {}");
        bound.apply("plain: {size: five}");
        assertThat(bound.inForce(size)).isEqualTo("own");
        bound.apply("plain: {size: 6}");
        assertThat(bound.inForce(size)).isEqualTo(6);
        bound.apply("plain: {size: five}");
        assertThat(bound.inForce(size)).isEqualTo("own");
    }

    @Test
    @DisplayName("where equals says less than the text, the text counts")
    void coarseEquals() throws Exception {
        Bound bound = new Bound("coarse: {url: 'http://localhost:1/x', it: {host: a, weight: 1}}");
        Cell url = bound.cell(Coarse.class, "url");
        bound.cell(Coarse.class, "it");
        assertThat(bound.apply("coarse: {url: 'http://127.0.0.1:1/x', it: {host: a, weight: 9}}")
                        .changes())
                .hasSize(2);
        assertThat(bound.inForce(url)).asString().isEqualTo("http://127.0.0.1:1/x");
    }

    @Dynamic("coarse")
    private static class Coarse {
        private java.net.URL url;
        private Host it;
    }

    private static class Host {
        private String host;
        private int weight;

        @Override
        public boolean equals(Object other) {
            return other instanceof Host that && host.equals(that.host);
        }

        @Override
        public int hashCode() {
            return host.hashCode();
        }
    }

    @Test
    void preparingFindsEverythingThere() throws Exception {
        Converter.prepare();
    }

    @Test
    void aClassThatIsReadLaterGetsTheValuesInForceThen() throws Exception {
        Bound bound = new Bound("database: {maxConns: 1}");
        assertThat(bound.apply("database: {maxConns: 2}").isEmpty()).isTrue();
        assertThat(bound.inForce(bound.cell(Database.class, "maxConns"))).isEqualTo(2);
    }

    @Test
    void aValueWhereFieldsNeedAMappingIsRefusedAndNothingIsReset() throws Exception {
        Bound bound = new Bound("users: {name: bob}");
        bound.cell(Database.class, "user");
        SourceException refusal = catchThrowableOfType(SourceException.class, () -> bound.compare("a: 1\nusers: 5"));
        assertThat(refusal).hasMessage("app.yaml:2:8 users: expected a mapping, fields follow users.name");
    }

    @Test
    void aMappingWithoutKeysIsADeletion() throws Exception {
        for (String empty : List.of("users:", "users: ~", "users: ''", "users: {}", "{}", "other: 1")) {
            Bound bound = new Bound("users: {name: bob}");
            Cell user = bound.cell(Database.class, "user");
            assertThat(bound.inForce(user)).isEqualTo("bob");
            bound.apply(empty);
            assertThat(bound.inForce(user)).as(empty).isEqualTo("own");
        }
    }
}
