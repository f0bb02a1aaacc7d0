package io.reloadagent.bind;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import java.util.regex.Pattern;

/** The types of the JDK that are written as a text of their own kind. Apart from {@link Scalar}, as most applications need none of them. */
final class TextTypes {

    private static final Map<Class<?>, Scalar> ALL = new HashMap<>();

    static {
        add(Instant.class, "a moment such as 2026-01-31T09:30:00Z", TextTypes::instant);
        add(LocalDate.class, "a date such as 2026-01-31", LocalDate::parse);
        add(LocalTime.class, "a time such as 09:30 or 09:30:15.5", LocalTime::parse);
        add(LocalDateTime.class, "a date and time such as 2026-01-31T09:30", text -> LocalDateTime.parse(iso(text)));
        add(
                OffsetDateTime.class,
                "a date and time with an offset, such as 2026-01-31T09:30+01:00",
                text -> OffsetDateTime.parse(iso(text)));
        add(OffsetTime.class, "a time with an offset, such as 09:30+01:00", OffsetTime::parse);
        add(
                ZonedDateTime.class,
                "a date and time with a zone, such as 2026-01-31T09:30+01:00[Europe/Paris]",
                text -> ZonedDateTime.parse(iso(text)));
        add(ZoneId.class, "a time zone such as Europe/Paris or +01:00", ZoneId::of);
        add(ZoneOffset.class, "an offset such as +01:00 or Z", ZoneOffset::of);
        add(TimeZone.class, "a time zone such as Europe/Paris or GMT+1", TextTypes::timeZone);
        add(Year.class, "a year such as 2026", Year::parse);
        add(YearMonth.class, "a year and month such as 2026-01", YearMonth::parse);
        add(MonthDay.class, "a month and day such as 01-31", TextTypes::monthDay);
        add(Period.class, "a period such as P1Y2M3D", Period::parse);
        add(URI.class, "a URI such as https://host/path", URI::create);
        add(URL.class, "a URL such as https://host/path", URL::new);
        add(Path.class, "the path of a file", Paths::get);
        add(File.class, "the path of a file", File::new);
        add(Charset.class, "a character set such as UTF-8", Charset::forName);
        add(Locale.class, "a language such as en or pt-BR", TextTypes::locale);
        add(Pattern.class, "a regular expression", Pattern::compile);
        add(Currency.class, "a currency such as EUR", Currency::getInstance);
        add(UUID.class, "a UUID such as 123e4567-e89b-12d3-a456-426614174000", TextTypes::uuid);
        add(
                InetAddress.class,
                "an IP address such as 10.0.0.1 or ::1, or localhost (other names are not looked up)",
                Addresses::address);
        add(
                InetSocketAddress.class,
                "a host and port such as db.example.com:5432 or [::1]:5432",
                Addresses::socketAddress);
    }

    /** Reads a text; null if it is of another kind. */
    private interface Reading {
        Object read(String text) throws IOException;
    }

    private TextTypes() {}

    /** The scalar type of a class, or null if it has none here. */
    static Scalar of(Class<?> type) {
        return ALL.get(type);
    }

    private static void add(Class<?> type, String description, Reading reading) {
        ALL.put(type, Scalar.ofText(description, text -> read(text, reading)));
    }

    private static Object read(String text, Reading reading) {
        try {
            return reading.read(text);
        } catch (DateTimeException | IllegalArgumentException | IllformedLocaleException | IOException e) {
            return null; // the description says what was expected
        }
    }

    /** YAML and TOML allow a space between date and time. */
    private static String iso(String text) {
        boolean spaced = text.length() > 10 && text.charAt(10) == ' ';
        return spaced ? text.substring(0, 10) + 'T' + text.substring(11) : text;
    }

    private static Object instant(String text) {
        return OffsetDateTime.parse(iso(text)).toInstant();
    }

    private static Object monthDay(String text) {
        return MonthDay.parse(text.startsWith("--") ? text : "--" + text);
    }

    /** The JDK takes any zone that it does not know for GMT. */
    private static Object timeZone(String text) {
        boolean known = Arrays.asList(TimeZone.getAvailableIDs()).contains(text);
        return known ? TimeZone.getTimeZone(text) : TimeZone.getTimeZone(ZoneId.of(text));
    }

    private static Object locale(String text) {
        return new Locale.Builder().setLanguageTag(text.replace('_', '-')).build();
    }

    /** The JDK takes shortened ones, too. */
    private static Object uuid(String text) {
        UUID uuid = UUID.fromString(text);
        return uuid.toString().equalsIgnoreCase(text) ? uuid : null;
    }
}
