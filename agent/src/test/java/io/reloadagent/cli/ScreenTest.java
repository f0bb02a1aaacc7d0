package io.reloadagent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The screen")
class ScreenTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private Screen screen(boolean coloured) {
        return new Screen(new PrintWriter(out, true), new PrintWriter(err, true), coloured);
    }

    @Test
    @DisplayName("has colours on a terminal, which a text cannot change")
    void coloured() {
        Screen screen = screen(true);
        screen.good("applied \u001b[31m");
        screen.problem("refused @|red x|@");
        screen.line("plain");
        assertThat(out.toString().lines()).containsExactly("\u001b[32mapplied \\u001b[31m\u001b[39m", "plain");
        assertThat(err.toString().lines()).containsExactly("\u001b[31mrefused @|red x|@\u001b[39m");
    }

    @Test
    @DisplayName("has none elsewhere")
    void plain() {
        Screen screen = screen(false);
        screen.good("applied");
        screen.notable("\u009b2J");
        screen.problem("refused");
        assertThat(out.toString().lines()).containsExactly("applied", "\\u009b2J");
        assertThat(err.toString().lines()).containsExactly("refused");
    }
}
