package io.reloadagent.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of texts in columns as wide as they need to be. For one thread. */
final class Table {

    private static final String GAP = "  ";

    private final List<String[]> rows = new ArrayList<>();

    /** @param heading the names of the columns; none for a table without */
    Table(String... heading) {
        if (heading.length > 0) {
            rows.add(heading);
        }
    }

    /** Adds a row; the texts are made printable. */
    void row(String... cells) {
        rows.add(Arrays.stream(cells).map(Printable::of).toArray(String[]::new));
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** One text a row, without spaces at its end. */
    List<String> lines() {
        int[] widths = widths();
        List<String> lines = new ArrayList<>(rows.size());
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.length; column++) {
                line.append(row[column]);
                pad(line, column == row.length - 1 ? 0 : widths[column] - length(row[column]) + GAP.length());
            }
            lines.add(line.toString().replaceFirst("\\s+$", ""));
        }
        return lines;
    }

    private int[] widths() {
        int[] widths = new int[rows.stream().mapToInt(row -> row.length).max().orElse(0)];
        for (String[] row : rows) {
            for (int column = 0; column < row.length; column++) {
                widths[column] = Math.max(widths[column], length(row[column]));
            }
        }
        return widths;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static void pad(StringBuilder line, int spaces) {
        for (int i = 0; i < spaces; i++) {
            line.append(' ');
        }
    }
}
