package io.reloadagent.bind;

import static org.assertj.core.api.Assertions.assertThat;

import io.reloadagent.api.Dynamic;
import io.reloadagent.api.SecretValue;
import io.reloadagent.source.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SuppressWarnings("unused")
@DisplayName("A SecretValue")
class SecretPartsTest {

    private static class Login {
        private static final SecretValue NONE = SecretValue.of("");
        private String user;
        private SecretValue passPhrase;
    }

    private static final class AdminLogin extends Login {
        private Login fallback;
        private int level;
    }

    private static final class Chain {
        private SecretValue key;
        private Chain next;
    }

    private static final class Harmless {
        private Harmless next;
        private List<Harmless> more;
    }

    private static class Keyed<T> {
        private T key;
        private String user;
    }

    private static final class Creds extends Keyed<SecretValue> {}

    private static final class Named extends Keyed<String> {
        private Creds creds;
    }

    private static class Wrapped<U> extends Keyed<List<U>> {
        private U[] more;
        private U one;
    }

    private static final class Keys extends Wrapped<SecretValue> {}

    private static final class Holder extends Keyed<Creds> {}

    private static class Bounded<T extends SecretValue> {
        private T key;
        private String user;
    }

    private static final class Self<T extends Comparable<T>> {
        private T value;
        private Self<T> next;
    }

    @SuppressWarnings("serial")
    private static final class Tokens extends ArrayList<SecretValue> {}

    private interface Vault extends Map<String, SecretValue> {}

    @Dynamic("all")
    private static final class Fields {
        private SecretValue plain;
        private List<SecretValue> list;
        private SecretValue[] array;
        private Map<String, List<SecretValue>> map;
        private Optional<SecretValue> optional;
        private Login login;
        private AdminLogin admin;
        private List<Login> logins;
        private Map<String, ? extends Login> byName;
        private Chain chain;
        private Harmless harmless;
        private Creds creds;
        private Holder holder;
        private Named named;
        private Keys keys;
        private Keyed<Creds> argument;
        private Keyed<String> noSecret;

        @SuppressWarnings("rawtypes")
        private Bounded bounded;

        private Self<String> self;
        private Tokens tokens;
        private Vault vault;
        private List<? super SecretValue> lower;
        private List<Named> nameds;
        private List<String> texts;
        private String text;
    }

    @ParameterizedTest(name = "as part of field {0} is at {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "plain | all.plain",
                "list | all.list",
                "array | all.array",
                "map | all.map",
                "optional | all.optional",
                "login | all.login.pass_phrase",
                "admin | all.admin.fallback.pass_phrase, all.admin.pass_phrase",
                "logins | all.logins",
                "byName | all.by_name",
                "chain | all.chain.key, all.chain.next",
                "harmless | ''",
                "creds | all.creds.key",
                "holder | all.holder.key.key",
                "named | all.named.creds.key",
                "keys | all.keys.key, all.keys.more, all.keys.one",
                "argument | all.argument",
                "noSecret | ''",
                "bounded | all.bounded.key",
                "self | ''",
                "tokens | all.tokens",
                "vault | all.vault",
                "lower | all.lower",
                "nameds | all.nameds",
                "texts | ''",
                "text | ''"
            })
    void isFound(String field, String paths) throws Exception {
        Set<Path> found = SecretParts.of(
                Fields.class.getDeclaredField(field).getGenericType(),
                Path.of("all").child(field));
        assertThat(String.join(", ", found.stream().map(Path::toString).sorted().toList()))
                .isEqualTo(paths);
    }

    @Test
    @DisplayName("within a list or an object is in no problem, as soon as the field was read")
    void notShown() throws Exception {
        Bound bound = new Bound("all: {list: [canary]}");
        bound.cell(Fields.class, "list");
        bound.cell(Fields.class, "login");
        assertThat(bound.problems("all: {list: {canary: 1}, login: {passPhrase: [{canary: 1}], user: {shown: 1}}}"))
                .hasSize(3)
                .noneMatch(line -> line.contains("canary"))
                .anyMatch(line -> line.contains("all.login.user"));
    }
}
