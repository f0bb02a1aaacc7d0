package io.reloadagent.scan;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Which types of fields take a single value from a source, by their descriptors. */
final class SettableTypes {

    private static final Set<String> SCALARS = new HashSet<>(Arrays.asList(
            "Z",
            "B",
            "C",
            "S",
            "I",
            "J",
            "F",
            "D",
            "Ljava/lang/Boolean;",
            "Ljava/lang/Byte;",
            "Ljava/lang/Character;",
            "Ljava/lang/Short;",
            "Ljava/lang/Integer;",
            "Ljava/lang/Long;",
            "Ljava/lang/Float;",
            "Ljava/lang/Double;",
            "Ljava/lang/String;",
            "Ljava/lang/CharSequence;",
            "Ljava/lang/Number;",
            "[C",
            "Ljava/math/BigInteger;",
            "Ljava/math/BigDecimal;",
            "Ljava/time/Duration;",
            "Ljava/time/Instant;",
            "Ljava/time/LocalDate;",
            "Ljava/time/LocalTime;",
            "Ljava/time/LocalDateTime;",
            "Ljava/time/OffsetDateTime;",
            "Ljava/time/OffsetTime;",
            "Ljava/time/ZonedDateTime;",
            "Ljava/time/ZoneId;",
            "Ljava/time/ZoneOffset;",
            "Ljava/util/TimeZone;",
            "Ljava/time/Year;",
            "Ljava/time/YearMonth;",
            "Ljava/time/MonthDay;",
            "Ljava/time/Period;",
            "Ljava/net/URI;",
            "Ljava/net/URL;",
            "Ljava/nio/file/Path;",
            "Ljava/io/File;",
            "Ljava/nio/charset/Charset;",
            "Ljava/util/Locale;",
            "Ljava/util/regex/Pattern;",
            "Ljava/util/Currency;",
            "Ljava/util/UUID;",
            "Ljava/net/InetAddress;",
            "Ljava/net/InetSocketAddress;",
            "Lio/reloadagent/api/SecretValue;"));

    private static final Set<String> COUNTS =
            new HashSet<>(Arrays.asList("I", "J", "Ljava/lang/Integer;", "Ljava/lang/Long;"));

    private SettableTypes() {}

    static boolean isScalar(String descriptor) {
        return SCALARS.contains(descriptor);
    }

    /** The same, and the application's own enums. */
    static boolean isScalar(String descriptor, Types types) {
        return isScalar(descriptor)
                || (descriptor.charAt(0) == 'L' && types.isEnum(descriptor.substring(1, descriptor.length() - 1)))
                || descriptor.equals("Ljava/util/concurrent/TimeUnit;");
    }

    /** Whether it holds whole numbers. */
    static boolean isCount(String descriptor) {
        return COUNTS.contains(descriptor);
    }

    /** The class of the JDK's that a descriptor names; null if it is none of those. */
    static Class<?> classOf(String descriptor) {
        switch (descriptor.charAt(0)) {
            case 'Z':
                return boolean.class;
            case 'B':
                return byte.class;
            case 'C':
                return char.class;
            case 'S':
                return short.class;
            case 'I':
                return int.class;
            case 'J':
                return long.class;
            case 'F':
                return float.class;
            case 'D':
                return double.class;
            default:
                return named(descriptor);
        }
    }

    private static Class<?> named(String descriptor) {
        boolean array = descriptor.charAt(0) == '[';
        String name = array ? descriptor : descriptor.substring(1, descriptor.length() - 1);
        try {
            return Class.forName(name.replace('/', '.'), false, null);
        } catch (ClassNotFoundException applications) {
            return null;
        }
    }
}
