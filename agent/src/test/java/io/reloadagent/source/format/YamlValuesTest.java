package io.reloadagent.source.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlValuesTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "0, 0",
        "-0, 0",
        "+12, 12",
        "1_000, 1000",
        "017, 15",
        "-0x1F, -31",
        "0b1_01, 5",
        "1:30, 90",
        "-1:0:1, -3601",
        "2147483648, 2147483648",
        "99999999999999999999, 99999999999999999999"
    })
    void integers(String text, BigInteger value) {
        assertThat(new BigInteger(YamlValues.integer(text).toString())).isEqualTo(value);
    }

    @Test
    void anIntegerHasTheSmallestTypeThatHoldsIt() {
        assertThat(YamlValues.integer("-2147483648")).isInstanceOf(Integer.class);
        assertThat(YamlValues.integer("2147483648")).isInstanceOf(Long.class);
        assertThat(YamlValues.integer("9223372036854775808")).isInstanceOf(BigInteger.class);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "1.5, 1.5",
        "-1_0.5e3, -10500",
        ".inf, Infinity",
        "-.INF, -Infinity",
        ".NaN, NaN",
        "1:30.5, 90.5",
        "-0.0, -0.0"
    })
    void floatingPointNumbers(String text, double value) {
        assertThat(YamlValues.floating(text)).isEqualTo(Double.valueOf(value));
    }

    @ParameterizedTest(name = "''{0}'' is no number")
    @ValueSource(strings = {"", "-", "_", "08", "0x", "abc", "--7", "-0x+5"})
    void whatIsNoNumberIsRefused(String text) {
        assertThatThrownBy(() -> YamlValues.integer(text)).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void truthValues() {
        assertThat(YamlValues.bool("Yes")).isTrue();
        assertThat(YamlValues.bool("OFF")).isFalse();
        assertThat(YamlValues.bool("maybe")).isNull();
    }
}
