package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The acceptance behaviours of a reload")
class AcceptanceIT {

    private static final Pattern DISPLAY_NAME = Pattern.compile("@DisplayName\\(\\s*\"([^\"]*)\"");
    private static final Pattern NUMBER = Pattern.compile("\\bA\\d\\d\\b");

    @Test
    @DisplayName("have each a test on the real jar that names its number, from the first to the thirty-sixth")
    void named() throws IOException {
        Set<String> all = IntStream.rangeClosed(1, 36)
                .mapToObj(number -> String.format("A%02d", number))
                .collect(Collectors.toCollection(TreeSet::new));
        try (Stream<Path> tests = Files.walk(Path.of("src/test/java"))) {
            Set<String> named = tests.filter(file -> file.toString().endsWith("IT.java"))
                    .flatMap(AcceptanceIT::displayNames)
                    .flatMap(name -> NUMBER.matcher(name).results().map(MatchResult::group))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(named).isEqualTo(all);
        }
    }

    private static Stream<String> displayNames(Path file) {
        try {
            return DISPLAY_NAME.matcher(Files.readString(file)).results().map(name -> name.group(1)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
