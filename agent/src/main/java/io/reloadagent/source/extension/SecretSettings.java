package io.reloadagent.source.extension;

import io.reloadagent.source.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The secret ones of an extension's settings, masked wherever a text repeats one. Immutable. */
final class SecretSettings implements UnaryOperator<String> {

    private static final String MASKED = "***";

    /** Shorter ones are no secret, and their letters are everywhere. */
    private static final int SHORTEST = 3;

    private final Map<String, String> settings;
    private final Predicate<Path> secret;

    /** @param secret tells the keys of the secret ones; asked when there is a text, as more may be known then */
    SecretSettings(Map<String, String> settings, Predicate<Path> secret) {
        this.settings = settings;
        this.secret = secret;
    }

    @Override
    public String apply(String text) {
        // Long ones first: one may contain another.
        List<String> values = settings.entrySet().stream()
                .filter(setting -> secret.test(Path.of("").child(setting.getKey())))
                .map(Map.Entry::getValue)
                .filter(value -> value.length() >= SHORTEST)
                .sorted(Comparator.comparing(String::length).reversed())
                .collect(Collectors.toList());
        String masked = text;
        for (String value : values) {
            masked = masked.replace(value, MASKED);
        }
        return masked;
    }
}
