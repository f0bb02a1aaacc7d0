package io.reloadagent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A table")
class TableTest {

    @Test
    @DisplayName("has columns as wide as their widest text, and no spaces at the ends of its lines")
    void aligned() {
        Table table = new Table("PATH", "VALUE", "NOTE");
        table.row("database.max_conns", "10", "");
        table.row("a", "ü", "last");
        assertThat(table.lines())
                .containsExactly(
                        "PATH                VALUE  NOTE", "database.max_conns  10", "a                   ü      last");
    }

    @Test
    @DisplayName("may be without a heading, and empty")
    void empty() {
        assertThat(new Table().isEmpty()).isTrue();
        assertThat(new Table().lines()).isEmpty();
    }

    @Test
    @DisplayName("lets nothing that a value holds reach the terminal but text")
    void printable() {
        Table table = new Table();
        table.row("a", "\u001b[31mred\u001b[0m\nnext\tline\u202e");
        assertThat(table.lines()).containsExactly("a  \\u001b[31mred\\u001b[0m\\nnext\\tline\\u202e");
    }
}
