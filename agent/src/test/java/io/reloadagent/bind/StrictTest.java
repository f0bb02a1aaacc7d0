package io.reloadagent.bind;

import static org.assertj.core.api.Assertions.assertThat;

import io.reloadagent.api.Dynamic;
import io.reloadagent.source.Path;
import io.reloadagent.source.Problem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@SuppressWarnings("unused")
@DisplayName("Keys that nothing follows")
class StrictTest {

    @Dynamic("database")
    private static class Database {
        private int maxConns = 5;
        private String password = "own";
    }

    @Test
    @DisplayName("are warned of, changed or not, where they resemble one that has nothing; no others are")
    void misspelled() throws Exception {
        Bound bound = new Bound("database: {maxCons: 1, other: 2}\ndatabsae: {password: x}");
        bound.cell(Database.class, "maxConns");
        ChangeSet changes = bound.compare("database: {maxCons: 1, other: 3}\ndatabsae: {password: x}\nlisten: 1");
        assertThat(changes.unknown())
                .extracting(Problem::toString)
                .containsExactly(
                        "app.yaml:1:21 database.max_cons: unknown key, no dynamic field follows it; did you mean"
                                + " database.max_conns?",
                        "app.yaml:2:22 databsae.password: unknown key, no dynamic field follows it; did you mean"
                                + " database.password?");
        assertThat(changes.restartRequired()).extracting(Object::toString).containsExactly("database.other", "listen");
        assertThat(bound.compare("database: {maxConns: 1, maxCons: 1}").unknown())
                .as("what has its value is not missed")
                .isEmpty();
    }

    @Test
    @DisplayName("A07 refuse the change in strict mode: those that change, come or go, and those that look misspelled")
    void strict() throws Exception {
        Bound bound = Bound.strict("database: {maxConns: 1}\nlisten: {port: 80, host: h}\nfixed: 1");
        bound.cell(Database.class, "maxConns");
        assertThat(bound.problems("database: {maxConns: 2, passwrod: x}\nlisten: {port: 81}\nfixed: 1\nnew: 1"))
                .containsExactlyInAnyOrder(
                        "app.yaml:1:35 database.passwrod: unknown key, or one that needs a restart: no dynamic field"
                                + " follows it; did you mean database.password?; reload.strict is on",
                        "app.yaml:2:16 listen.port: unknown key, or one that needs a restart: no dynamic field follows"
                                + " it; reload.strict is on",
                        "app.yaml:4:6 new: unknown key, or one that needs a restart: no dynamic field follows it;"
                                + " reload.strict is on",
                        "listen.host: was deleted, which needs a restart: no dynamic field follows it; reload.strict is"
                                + " on");
        assertThat(bound.problems("database: {maxConns: x}\nlisten: {port: 80, host: i}\nfixed: 1"))
                .as("with all other problems")
                .hasSize(2);
        assertThat(bound.apply("database: {maxConns: 2}\nlisten: {port: 80, host: h}\nfixed: 1")
                        .changes())
                .hasSize(1);
    }

    @Test
    @DisplayName("are not refused in strict mode while a class that may follow them can still be loaded")
    void awaited() throws Exception {
        Rule rule = new Rule(new ClassPattern("com.acme.Later"), Path.of("later"), null, true);
        Bound bound = Bound.strict("{}", rule);
        assertThat(bound.compare("later: {size: 1}").isEmpty()).isTrue();
    }

    @Test
    @DisplayName("are part of the values that refer to them: what follows those follows them")
    void referredTo() throws Exception {
        Bound bound = Bound.strict("port: 1\nhost: h\ndatabase: {maxConns: '${port}'}\nurl: 'http://${host}'");
        bound.cell(Database.class, "maxConns");
        ChangeSet changes = bound.apply("port: 2\nhost: h\ndatabase: {maxConns: '${port}'}\nurl: 'http://${host}'");
        assertThat(Bound.values(changes)).containsOnlyKeys("database.max_conns");
        assertThat(changes.restartRequired()).isEmpty();
        assertThat(bound.problems("port: 2\nhost: i\ndatabase: {maxConns: '${port}'}\nurl: 'http://${host}'"))
                .as("nobody follows what refers to it")
                .singleElement()
                .asString()
                .contains("app.yaml:4:6 url: ");
        assertThat(bound.apply("database: {maxConns: 3}\nhost: h\nurl: 'http://${host}'")
                        .restartRequired())
                .as("gone together with what referred to it")
                .isEmpty();
    }
}
