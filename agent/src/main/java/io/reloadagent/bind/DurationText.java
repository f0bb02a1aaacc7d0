package io.reloadagent.bind;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads durations as people write them, such as {@code 1m30s}, and as ISO 8601 does, such as {@code PT1M30S}. */
public final class DurationText {

    private static final Pattern PARTS = Pattern.compile(
            "(?:(\\d{1,18})d)? ?(?:(\\d{1,18})h)? ?(?:(\\d{1,18})m)? ?(?:(\\d{1,18})s)? ?(?:(\\d{1,18})ms)? ?(?:(\\d{1,18})us)? ?(?:(\\d{1,18})ns)?");
    private static final ChronoUnit[] UNITS = {
        ChronoUnit.DAYS,
        ChronoUnit.HOURS,
        ChronoUnit.MINUTES,
        ChronoUnit.SECONDS,
        ChronoUnit.MILLIS,
        ChronoUnit.MICROS,
        ChronoUnit.NANOS
    };

    private DurationText() {}

    /** The duration, or null if the text is none. A number needs a unit, unless it is 0. */
    public static Duration parse(String text) {
        if (text.equals("0")) {
            return Duration.ZERO;
        }
        try {
            if (text.startsWith("P") || text.startsWith("-P")) {
                return Duration.parse(text);
            }
            Matcher parts = PARTS.matcher(text);
            return !text.isEmpty() && text.equals(text.trim()) && parts.matches() ? sum(parts) : null;
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    private static Duration sum(Matcher parts) {
        Duration sum = Duration.ZERO;
        for (int i = 0; i < UNITS.length; i++) {
            String amount = parts.group(i + 1);
            if (amount != null) {
                sum = sum.plus(Long.parseLong(amount), UNITS[i]);
            }
        }
        return sum;
    }
}
