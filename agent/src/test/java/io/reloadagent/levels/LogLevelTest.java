package io.reloadagent.levels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogLevelTest {

    @ParameterizedTest
    @CsvSource({
        "debug, DEBUG, DEBUG, FINE",
        "Warn, WARN, WARN, WARNING",
        "WARNING, WARN, WARN, WARNING",
        "severe, ERROR, ERROR, SEVERE",
        "FATAL, ERROR, FATAL, SEVERE",
        "FINER, DEBUG, DEBUG, FINER",
        "FINEST, TRACE, TRACE, FINEST",
        "OFF, OFF, OFF, OFF"
    })
    void eachLibraryHasItsOwnName(String text, String logback, String log4j, String jul) {
        LogLevel level = LogLevel.of(text);
        assertThat(level.logback()).isEqualTo(logback);
        assertThat(level.log4j()).isEqualTo(log4j);
        assertThat(level.jul()).isEqualTo(jul);
    }

    @ParameterizedTest
    @EnumSource(LogLevel.class)
    void javaUtilLoggingKnowsAllNames(LogLevel level) {
        assertThat(java.util.logging.Level.parse(level.jul()).getName()).isEqualTo(level.jul());
    }

    @Test
    void whatIsNoLevelIsToldWithTheNearest() {
        assertThatThrownBy(() -> LogLevel.of("DEBGU"))
                .hasMessage(
                        "expected a level, one of OFF, FATAL, ERROR, SEVERE, WARN, WARNING, INFO, CONFIG, DEBUG, FINE,"
                                + " FINER, TRACE, FINEST, ALL, or inherit for the logger's own; did you mean DEBUG?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "inherit", "INHERITED", "", " "})
    void theOwnLevelHasSeveralNames(String text) {
        assertThat(LogLevel.isInherited(text)).isTrue();
    }
}
