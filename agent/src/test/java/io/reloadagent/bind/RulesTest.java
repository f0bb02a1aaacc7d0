package io.reloadagent.bind;

import static org.assertj.core.api.Assertions.assertThat;

import io.reloadagent.source.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RulesTest {

    private static Rule rule(String classes, String prefix, Map<String, Path> fields) {
        return new Rule(new ClassPattern(classes), Path.of(prefix), fields, false);
    }

    @Test
    void aRuleWithoutFieldsCoversAllOfThemUnderTheirOwnNames() {
        Rule rule = rule("a.Config", "database", null);
        assertThat(rule.coversField("maxConns")).isTrue();
        assertThat(rule.pathOf("maxConns")).hasToString("database.max_conns");
        assertThat(rule("a.Config", "", null).pathOf("maxConns")).hasToString("max_conns");
    }

    @Test
    void aRuleWithFieldsCoversThoseUnderTheirPaths() {
        Rule rule = rule("a.Config", "database", Map.of("maxConns", Path.of("pool.size")));
        assertThat(rule.coversField("maxConns")).isTrue();
        assertThat(rule.coversField("timeout")).isFalse();
        assertThat(rule.pathOf("maxConns")).hasToString("database.pool.size");
    }

    @Test
    void aRuleMayBindThePathsBeneathItsPrefix() {
        Rule all = rule("a.Config", "database", null);
        assertThat(all.mayBind(Path.of("database.anything"))).isTrue();
        assertThat(all.mayBind(Path.of("databases.anything"))).isFalse();
        Rule one = rule("a.Config", "database", Map.of("maxConns", Path.of("pool")));
        assertThat(one.mayBind(Path.of("database.pool"))).isTrue();
        assertThat(one.mayBind(Path.of("database.pool.size"))).isTrue();
        assertThat(one.mayBind(Path.of("database.timeout"))).isFalse();
    }

    @Test
    void ofTwoRulesForAFieldTheFirstCounts() {
        Rules rules = new Rules(
                List.of(rule("a.Config", "first", Map.of("size", Path.of("size"))), rule("a.*", "second", null)));
        assertThat(rules.find("a.Config", "size").pathOf("size")).hasToString("first.size");
        assertThat(rules.find("a.Config", "other").pathOf("other")).hasToString("second.other");
        assertThat(rules.find("b.Config", "size")).isNull();
    }

    @Test
    void rulesAreAskedByClassByNameAndByBoth() {
        Rules rules = new Rules(List.of(rule("a.Config", "", Map.of("size", Path.of("size")))));
        assertThat(rules.coverClass("a.Config")).isTrue();
        assertThat(rules.coverClass("a.Other")).isFalse();
        assertThat(rules.coverName("size")).isTrue();
        assertThat(rules.coverName("other")).isFalse();
        assertThat(rules.coverField("a.Config", "size")).isTrue();
        assertThat(rules.coverField("a.Config", "other")).isFalse();
        assertThat(new Rules(List.of()).coverName("size")).isFalse();
    }

    @Test
    void aPathIsNotAwaitedOnceItsFieldIsKnownToBeAConstant() {
        Rules rules = new Rules(List.of(rule("a.Config", "app", Map.of("size", Path.of("size")))));
        assertThat(rules.await(Path.of("app.size"))).isTrue();
        rules.loaded("a.Config", List.of("size"), List.of("size"));
        assertThat(rules.await(Path.of("app.size"))).isFalse();
    }

    @Test
    void ofAClassThatIsLoadedOnlyThePathsOfItsFieldsAreAwaited() {
        Rules rules = new Rules(List.of(rule("a.Config", "app", null)));
        assertThat(rules.await(Path.of("app.sise"))).isTrue();
        rules.loaded("a.Config", List.of("size", "LIMIT"), List.of("LIMIT"));
        assertThat(rules.await(Path.of("app.size"))).isTrue();
        assertThat(rules.await(Path.of("app.size.beneath"))).isTrue();
        assertThat(rules.await(Path.of("app.limit"))).isFalse();
        assertThat(rules.await(Path.of("app.sise"))).isFalse();
    }

    @Test
    void aPatternMayMatchMoreClassesWithOtherFields() {
        Rules rules = new Rules(List.of(rule("a.*", "app", null)));
        rules.loaded("a.Config", List.of("size", "LIMIT"), List.of("LIMIT"));
        assertThat(rules.await(Path.of("app.other"))).isTrue();
        assertThat(rules.await(Path.of("app.limit"))).isFalse();
        rules.loaded("a.Other", List.of("limit"), List.of());
        assertThat(rules.await(Path.of("app.limit"))).isTrue();
    }

    @Test
    void aRuleThatAPathAwaitsAndNoClassMatchesIsToldOnce() {
        Rules rules = new Rules(List.of(rule("a.Config", "app", null), rule("a.Confg", "app", null)));
        assertThat(rules.takeUnmatched()).isEmpty();
        rules.await(Path.of("app.size"));
        rules.loaded("a.Config", List.of("size"), List.of());
        assertThat(rules.takeUnmatched()).extracting(Object::toString).containsExactly("rule for a.Confg");
        rules.await(Path.of("app.size"));
        assertThat(rules.takeUnmatched()).isEmpty();
    }

    @Test
    void aRuleWhoseFieldsEarlierRulesTakeIsComplainedOf() {
        Rule all = rule("a.Config", "app", null);
        Rule some = rule("a.Config", "pool", Map.of("size", Path.of("size")));
        Rule pattern = rule("a.*", "any", null);
        assertThat(new Rules(List.of(all, some, pattern)).complaints("a.Config", List.of("size", "other")))
                .containsExactly(
                        "rule 2 under 'dynamic', for a.Config, has no effect: an earlier rule for a.Config takes"
                                + " all of its fields, and the first rule counts; put the one that lists fields first");
        assertThat(new Rules(List.of(some, all, pattern)).complaints("a.Config", List.of("size", "other")))
                .isEmpty();
        assertThat(new Rules(List.of(pattern, some)).complaints("a.Config", List.of("size")))
                .singleElement()
                .asString()
                .contains("an earlier rule for a.* takes");
    }
}
