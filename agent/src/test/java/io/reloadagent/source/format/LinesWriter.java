package io.reloadagent.source.format;

import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes the formats of one line an entry: properties and environment files. */
final class LinesWriter extends TreeWriter {

    private final String format;
    private final CharsetEncoder latin1 = StandardCharsets.ISO_8859_1.newEncoder();

    LinesWriter(long style, String format) {
        super(style);
        this.format = format;
    }

    @Override
    LinesWriter write(Map<String, ?> tree) {
        tree.forEach((key, value) -> {
            if (sometimes()) {
                out.append(blanks()).append("# comment = \"x").append(end());
            }
            out.append(blanks());
            if (format.equals("env")) {
                environment(key, (String) value);
            } else {
                property(key, (String) value);
            }
        });
        return this;
    }

    private void environment(String key, String value) {
        out.append(sometimes() ? "export " : "").append(key).append('=').append(blanks());
        leaf("/" + key, value, value);
        boolean plain = value.matches("[A-Za-z0-9_.,:{\\[%~!*\u00e4\u20ac\uD83D\uDE00-]+");
        boolean literal = value.chars().noneMatch(c -> c == '\'' || c == '\r');
        if (plain && sometimes()) {
            out.append(value);
        } else if (literal && sometimes()) {
            out.append('\'').append(value).append('\'');
        } else {
            String escaped = escaped(value.replace("\r", "\1"), "\"$").replace("\\u0001", "\\r");
            out.append('"')
                    .append(escaped.replace("\\u000a", "\\n")
                            .replace("\\u0009", "\t")
                            .replace("\\u0085", "\u0085")
                            .replace("\\u2028", "\u2028"))
                    .append('"');
        }
        out.append(sometimes() ? " # comment" : blanks()).append(end());
    }

    private void property(String key, String value) {
        out.append(encodable(escaped(key, " =:#!")));
        out.append(sometimes() ? blanks() + ":" + blanks() : sometimes() && !key.isEmpty() ? "  " : "=");
        if (sometimes()) {
            out.append("\\").append(end()).append("\t");
        }
        leaf("/" + key, value, value);
        String written = encodable(escaped(value, " =:"));
        int cut = written.indexOf('7');
        out.append(
                cut > 0 && sometimes()
                        ? written.substring(0, cut) + "\\" + end() + " " + written.substring(cut)
                        : written);
        out.append(end());
    }

    private String encodable(String text) {
        StringBuilder encodable = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean direct = format.equals("properties") || latin1.canEncode(c);
            encodable.append(direct ? String.valueOf(c) : String.format("\\u%04X", (int) c));
        }
        return encodable.toString();
    }

    private String end() {
        return sometimes() ? "\r\n" : "\n";
    }
}
