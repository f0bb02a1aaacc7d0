package io.reloadagent.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.reloadagent.store.EntryName.Kind;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Of the history on disk")
class RetentionTest {

    private final TreeMap<EntryName, Long> sizes = new TreeMap<>();

    private EntryName add(Kind kind, long bytes) {
        EntryName name = new EntryName(sizes.size() + 1, kind, sizes.size() + 1);
        sizes.put(name, bytes);
        return name;
    }

    @Test
    @DisplayName("the oldest of more than 100 versions, and of more than 100 failures, go")
    void number() {
        EntryName firstVersion = add(Kind.VERSION, 1);
        EntryName firstFailure = add(Kind.FAILURE, 1);
        for (int i = 0; i < 100; i++) {
            add(Kind.VERSION, 1);
            add(Kind.FAILURE, 1);
        }
        assertThat(Retention.surplus(sizes)).containsExactlyInAnyOrder(firstVersion, firstFailure);
    }

    @Test
    @DisplayName("a hundred restarts do not push out what reloads made")
    void restarts() {
        EntryName made = add(Kind.VERSION, 1);
        for (int i = 0; i < 100; i++) {
            add(Kind.START, 1);
        }
        assertThat(Retention.surplus(sizes)).hasSize(50).doesNotContain(made).doesNotContain(sizes.lastKey());
    }

    @Test
    @DisplayName("what is too large together goes, oldest first, but never the newest version")
    void bytes() {
        EntryName old = add(Kind.VERSION, 200L << 20);
        EntryName newest = add(Kind.VERSION, 200L << 20);
        EntryName failure = add(Kind.FAILURE, 100L << 20);
        assertThat(Retention.surplus(sizes)).containsExactly(old, failure);
        assertThat(sizes).containsKey(newest);
    }

    @Test
    @DisplayName("names are in the order of events, and others are no names")
    void names() {
        EntryName name = new EntryName(42, Kind.VERSION, 7);
        assertThat(name).hasToString("00000000000000000042-version-7.json");
        assertThat(EntryName.parse(name.toString())).isEqualTo(name);
        assertThat(EntryName.parse("00000000000000000042-version-7.json.tmp")).isNull();
        assertThat(EntryName.parse("99999999999999999999-version-7.json")).isNull();
        assertThat(EntryName.parse("09223372036854775807-failure-1.json")).isNull();
        assertThat(EntryName.parse("00000000000000000042-version-999999999999999999.json"))
                .isNull();
        assertThat(EntryName.parse("00000000000000000042-version-007.json")).isNull();
        assertThat(EntryName.parse("00000999999999999999-failure-999999999999999.json"))
                .isNotNull();
        assertThat(EntryName.parse("42-version-7.json")).isNull();
    }
}
