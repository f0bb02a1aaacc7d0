package io.reloadagent.bind;

import io.reloadagent.api.DataSize;
import io.reloadagent.api.SecretValue;
import java.io.File;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/** A field of each kind of type that follows. The kept corpus counts them: new ones go to the end. */
final class EveryKind {

    boolean aBoolean;
    byte aByte;
    short aShort;
    char aChar;
    int anInt;
    long aLong;
    float aFloat;
    double aDouble;
    Boolean boxedBoolean;
    Byte boxedByte;
    Short boxedShort;
    Character boxedChar;
    Integer boxedInt;
    Long boxedLong;
    Float boxedFloat;
    Double boxedDouble;
    String string;
    CharSequence characters;
    BigInteger bigInteger;
    BigDecimal bigDecimal;
    Number number;
    Sample.Mode mode;
    DayOfWeek day;
    Month month;
    Duration duration;
    Period period;
    Instant instant;
    LocalDate date;
    LocalTime time;
    LocalDateTime dateTime;
    OffsetDateTime offsetDateTime;
    OffsetTime offsetTime;
    ZonedDateTime zonedDateTime;
    ZoneId zone;
    ZoneOffset offset;
    TimeZone timeZone;
    Year year;
    YearMonth yearMonth;
    MonthDay monthDay;
    URI uri;
    URL url;
    Path path;
    File file;
    Charset charset;
    Locale locale;
    Pattern pattern;
    Currency currency;
    UUID uuid;
    InetAddress address;
    InetSocketAddress socketAddress;
    Class<?> type;
    Class<? extends Number> numberType;

    @DataSize
    int size;

    @DataSize
    long longSize;

    SecretValue secret;
    char[] word;
    byte[] bytes;
    int[] ints;
    double[][] grid;
    String[] texts;
    Sample.Mode[] modes;
    Optional<Integer> optional;
    Optional<List<Duration>> optionalList;
    OptionalInt optionalInt;
    OptionalLong optionalLong;
    OptionalDouble optionalDouble;
    AtomicBoolean atomicBoolean;
    AtomicInteger atomicInteger;
    AtomicLong atomicLong;
    AtomicIntegerArray atomicInts;
    AtomicLongArray atomicLongs;
    AtomicReference<Map<String, Set<Integer>>> atomicReference;
    List<Integer> list;
    Collection<Duration> collection;
    Iterable<String> iterable;
    Set<Sample.Mode> set;
    SortedSet<BigDecimal> sortedSet;
    NavigableSet<String> navigableSet;
    Map<String, Integer> map;
    Map<Sample.Mode, List<Set<Long>>> nestedMap;
    Map<Integer, Map<LocalDate, Object>> byNumber;
    SortedMap<Duration, String> sortedMap;
    NavigableMap<String, List<String>> navigableMap;
    Object anything;
    List<?> unknown;
    ArrayList<Integer> ownList;
    TreeMap<String, Integer> ownMap;
    ConcurrentHashMap<String, String> ownConcurrent;
    EnumSet<Sample.Mode> ownEnums;
    EnumMap<Sample.Mode, Integer> ownByEnum;
    Deque<Integer> ownDeque;
    Sample.Limits limits;
    List<Sample.Limits> listOfLimits;
    Map<String, Node> nodes;
    Node node;
    Percent percent;
    List<Percent> percents;
    Even even;

    /** An object as they are written, which may be nested without end. */
    static final class Node {

        private String name;
        private int weight = 1;
        private Node next;
        private List<Node> children = List.of();
        private Map<String, Percent> shares;

        @Override
        public boolean equals(Object other) {
            return other instanceof Node that && toString().equals(that.toString());
        }

        @Override
        public int hashCode() {
            return toString().hashCode();
        }

        @Override
        public String toString() {
            return name + weight + next + children + shares;
        }
    }

    /** With a static factory. */
    record Percent(int hundredths) {
        public static Percent parse(String text) {
            if (!text.endsWith("%")) {
                throw new IllegalArgumentException("no percent sign");
            }
            return new Percent(Integer.parseInt(text.substring(0, text.length() - 1)));
        }
    }

    /** With a constructor that takes a text, and throws what no constructor should. */
    static final class Even {

        private final int number;

        public Even(String text) {
            number = Integer.parseInt(text.trim());
            if (number % 2 != 0) {
                throw new AssertionError("odd");
            }
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Even that && number == that.number;
        }

        @Override
        public int hashCode() {
            return number;
        }
    }
}
