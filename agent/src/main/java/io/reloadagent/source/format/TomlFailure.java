package io.reloadagent.source.format;

import io.reloadagent.source.Origin;
import io.reloadagent.source.SourceException;
import java.util.ArrayList;
import java.util.List;
import org.tomlj.Toml;
import org.tomlj.TomlParseOptions;

/** Finds the line that TomlJ fails at, where it throws an exception in place of telling an error. */
final class TomlFailure {

    private final String text;
    private final TomlParseOptions options;

    TomlFailure(String text, TomlParseOptions options) {
        this.text = text;
        this.options = options;
    }

    SourceException in(String source) {
        return Refusal.at(
                new Origin(source, line(), 1), "not valid TOML in this line; a bracket, a brace or a quote is missing");
    }

    /** By halves: up to the line before it, TomlJ does not fail. */
    private int line() {
        List<Integer> ends = lineEnds();
        int good = 0;
        int bad = ends.size();
        while (bad - good > 1) {
            int middle = (good + bad) / 2;
            if (failsWith(text.substring(0, ends.get(middle - 1)))) {
                bad = middle;
            } else {
                good = middle;
            }
        }
        return bad;
    }

    private List<Integer> lineEnds() {
        List<Integer> ends = new ArrayList<>();
        for (int end = text.indexOf('\n') + 1; end > 0 && end < text.length(); end = text.indexOf('\n', end) + 1) {
            ends.add(end);
        }
        ends.add(text.length());
        return ends;
    }

    private boolean failsWith(String beginning) {
        try {
            Toml.parse(beginning, options);
            return false;
        } catch (RuntimeException e) {
            return true;
        }
    }
}
