package io.reloadagent.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi.Style;

/** Where a verb writes for people: colours if it is a terminal, and nothing that a server says can do more than be read. */
final class Screen {

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean coloured;

    Screen(PrintWriter out, PrintWriter err, boolean coloured) {
        this.out = out;
        this.err = err;
        this.coloured = coloured;
    }

    static Screen of(CommandLine command) {
        return new Screen(
                command.getOut(),
                command.getErr(),
                command.getColorScheme().ansi().enabled());
    }

    /** A line on stdout; control characters in it are escaped. */
    void line(String text) {
        out.println(Printable.of(text));
    }

    /** The same, for what is good. */
    void good(String text) {
        out.println(in(Style.fg_green, text));
    }

    /** The same, for what somebody should look at. */
    void notable(String text) {
        out.println(in(Style.fg_yellow, text));
    }

    /** On stderr: what went wrong. */
    void problem(String text) {
        err.println(in(Style.fg_red, text));
    }

    /** On stderr: what to know, or to do. */
    void advice(String text) {
        err.println(Printable.of(text));
    }

    /** As it is, for programs. */
    void raw(String text) {
        out.println(text);
    }

    /** Whether nobody reads any more. */
    boolean isGone() {
        return out.checkError();
    }

    private String in(Style colour, String text) {
        return coloured ? colour.on() + Printable.of(text) + colour.off() : Printable.of(text);
    }
}
