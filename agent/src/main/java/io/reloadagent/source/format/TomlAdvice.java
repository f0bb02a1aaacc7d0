package io.reloadagent.source.format;

import io.reloadagent.source.Origin;
import io.reloadagent.source.Problem;
import io.reloadagent.source.SourceException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tomlj.TomlParseError;
import org.tomlj.TomlPosition;

/**
 * Turns what TomlJ says of malformed text into one line an error, with a place and an advice. TomlJ goes on after an error: all of them
 * are told, up to a number. Its own words quote the text, which may be a secret.
 */
final class TomlAdvice {

    private static final int MOST = 20;

    private static final Pattern EARLIER =
            Pattern.compile("defined at line (\\d+), column (\\d+)\\)?(?: and cannot be extended)?$");

    private static final Map<String, String> ADVICE = new LinkedHashMap<>();

    static {
        ADVICE.put("Nesting is too deep", "nested more than " + Limits.MAX_DEPTH + " deep");
        ADVICE.put("Integer is too", "an integer does not fit 64 bits; write it in quotes");
        ADVICE.put("Float is too", "a number is too large for a double; write it in quotes");
        ADVICE.put("Invalid escape", "an unknown escape; write \\\\ for a backslash, or use single quotes");
        ADVICE.put(", expected a value", "a value is expected here; texts need quotes");
        ADVICE.put(", expected a newline", "nothing more can stand in this line; texts need quotes");
        ADVICE.put(", expected \"", "the text has no closing quote, or a character that has to be escaped");
        ADVICE.put(", expected '", "the text has no closing quote");
        ADVICE.put(", expected ]", "a ',' or ']' is missing");
        ADVICE.put(", expected }", "a ',' or '}' is missing");
        ADVICE.put(", expected . or =", "a key needs a '=' and a value");
        ADVICE.put(
                ", expected a key",
                "a key is expected here; other characters than letters, digits, '_' and '-' need quotes");
    }

    private TomlAdvice() {}

    static SourceException of(List<TomlParseError> errors, String source) {
        List<Problem> problems = new ArrayList<>();
        for (TomlParseError error : errors.subList(0, Math.min(MOST, errors.size()))) {
            problems.add(new Problem(origin(error.position(), source), null, message(error, source)));
        }
        if (errors.size() > MOST) {
            problems.add(new Problem(null, null, (errors.size() - MOST) + " more problems in " + source));
        }
        return new SourceException(SourceException.Kind.INVALID, problems);
    }

    private static String message(TomlParseError error, String source) {
        String words = error.getMessage() == null ? "" : error.getMessage();
        Matcher earlier = EARLIER.matcher(words);
        if (earlier.find()) {
            return "this key stands here and at " + source + ":" + earlier.group(1) + ":" + earlier.group(2)
                    + "; keep one";
        }
        for (Map.Entry<String, String> entry : ADVICE.entrySet()) {
            if (words.contains(entry.getKey())) {
                return "not valid TOML: " + entry.getValue();
            }
        }
        return "not valid TOML at this place";
    }

    private static Origin origin(TomlPosition position, String source) {
        return position == null ? new Origin(source, 1, 1) : new Origin(source, position.line(), position.column());
    }
}
