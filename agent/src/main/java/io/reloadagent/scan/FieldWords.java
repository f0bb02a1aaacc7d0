package io.reloadagent.scan;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** What the words in a field's name tell of what it is for. */
final class FieldWords {

    private static final Set<String> TUNED = words(
            "timeout interval delay period max maximum min minimum size limit pool thread threads worker workers connections"
                    + " conns retries retry attempts backoff ttl expiry expiration rate burst batch buffer capacity queue cache"
                    + " enabled disabled enable threshold level parallelism concurrency permits millis seconds ms lifetime"
                    + " keepalive alive idle quota depth factor ratio percent");

    private static final Set<String> POOLED = words(
            "pool thread threads worker workers connection connections conns core parallelism concurrency queue permits"
                    + " capacity");

    private static final Set<String> AMOUNTS = words(
            "size max maximum min minimum limit count num number active idle total core capacity threads workers permits"
                    + " parallelism concurrency connections");

    private static final Set<String> TIMES =
            words("timeout time millis ms seconds interval delay period ttl alive lifetime");

    private FieldWords() {}

    private static Set<String> words(String text) {
        return new HashSet<>(Arrays.asList(text.split(" ")));
    }

    /** The words of a name, in lower case. */
    static String[] of(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
                .toLowerCase(Locale.ROOT)
                .split("[_$]+");
    }

    /** Whether people turn such things: {@code maxConnections}, {@code timeout}. */
    static boolean isTuned(String name) {
        return Arrays.stream(of(name)).anyMatch(TUNED::contains);
    }

    /** Whether it may be how large a pool is: {@code maxPoolSize}, {@code workerThreads}. */
    static boolean isPoolSize(String name) {
        Set<String> words = new HashSet<>(Arrays.asList(of(name)));
        return words.stream().anyMatch(POOLED::contains)
                && words.stream().anyMatch(AMOUNTS::contains)
                && words.stream().noneMatch(TIMES::contains);
    }
}
