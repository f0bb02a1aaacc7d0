package io.reloadagent.source.format;

import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tomlj.TomlPosition;
import org.tomlj.TomlValue;

/** Finds how a scalar is written, which TomlJ does not tell, and what it is worth. Dates stay texts, as ISO 8601 writes them. */
final class TomlScalars {

    /** Of the day, in a date with a time; a blank may follow instead of a T. */
    private static final int DAY_LENGTH = 10;

    private static final String AFTER_A_SCALAR = " \t\r\n,]}#";

    private final int[] points;
    private final List<Integer> lines = new ArrayList<>();

    TomlScalars(String text) {
        this.points = text.codePoints().toArray();
        lines.add(0);
        for (int i = 0; i < points.length; i++) {
            if (points[i] == '\n') {
                lines.add(i + 1);
            }
        }
    }

    String text(TomlValue value) {
        if (value.isString()) {
            return value.getString();
        }
        String written = written(value.position(), value.get() instanceof Temporal);
        return value.get() instanceof Temporal ? iso(written) : written;
    }

    /** Boolean, Integer, Long, Double or String. */
    Object value(TomlValue value) {
        if (value.isLong()) {
            long number = value.getLong();
            return number == (int) number ? (Object) (int) number : (Object) number;
        }
        return value.isBoolean() || value.isDouble() ? value.get() : text(value);
    }

    private String written(TomlPosition position, boolean date) {
        int start = lines.get(position.line() - 1) + position.column() - 1;
        int end = start;
        while (end < points.length && (goesOn(points[end]) || (date && isBeforeTime(start, end)))) {
            end++;
        }
        return new String(points, start, end - start);
    }

    private static boolean goesOn(int c) {
        return AFTER_A_SCALAR.indexOf(c) < 0;
    }

    private boolean isBeforeTime(int start, int end) {
        return end == start + DAY_LENGTH
                && points[end] == ' '
                && end + 1 < points.length
                && Character.isDigit(points[end + 1]);
    }

    private static String iso(String written) {
        return written.toUpperCase(Locale.ROOT).replace(' ', 'T');
    }
}
