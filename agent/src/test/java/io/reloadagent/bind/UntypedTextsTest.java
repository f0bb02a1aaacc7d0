package io.reloadagent.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reloadagent.source.Content;
import io.reloadagent.source.Node;
import io.reloadagent.source.Path;
import io.reloadagent.source.SourceException;
import io.reloadagent.source.format.Formats;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A value of a format that knows only texts")
class UntypedTextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"properties", "properties-latin1", "env"})
    void isWhatItsTypeMakesOfIt(String format) throws SourceException {
        assertThat(convert(format, "5", int.class)).isEqualTo(5);
        assertThat(convert(format, "-5", Long.class)).isEqualTo(-5L);
        assertThat(convert(format, "010", int.class))
                .as("as Integer.parseInt reads it")
                .isEqualTo(10);
        assertThat(convert(format, "1.50", double.class)).isEqualTo(1.5);
        assertThat(convert(format, "1.50", BigDecimal.class)).isEqualTo(new BigDecimal("1.50"));
        assertThat(convert(format, "99999999999999999999", BigInteger.class))
                .isEqualTo(new BigInteger("99999999999999999999"));
        assertThat(convert(format, "True", boolean.class)).isEqualTo(true);
        assertThat(convert(format, "1m30s", Duration.class)).isEqualTo(Duration.ofSeconds(90));
        assertThat(convert(format, "seconds", TimeUnit.class)).isEqualTo(TimeUnit.SECONDS);
        assertThat(convert(format, "yes", String.class)).isEqualTo("yes");
        assertThat(convert(format, "010", Object.class)).isEqualTo("010");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "1_000", "0x1F", "5.0", "1e3", "300 ", "five"})
    void isNeverGuessedAt(String text) {
        Class<?> type = text.equals("yes") ? boolean.class : int.class;
        assertThatThrownBy(() -> convert("properties", text, type)).hasMessageStartingWith("app:1:3 k: expected ");
    }

    @Test
    void isNothingIfItIsEmptyAndNoTextIsWanted() throws SourceException {
        assertThat(convert("properties", "", String.class)).isEqualTo("");
        assertThat(convert("properties", "", Integer.class)).isNull();
        assertThat(convert("properties", "", Boolean.class)).isNull();
        assertThat(convert("properties", "", Duration.class)).isNull();
        assertThat(convert("properties", "", TimeUnit.class)).isNull();
        assertThatThrownBy(() -> convert("properties", "", int.class))
                .hasMessage("app:1:3 k: expected an int, found ''");
        Node map = parse("yaml", "k: {a: '', b: 5}");
        assertThat(new Converter(path -> false)
                        .convert(map, new Generic(Map.class, String.class, Integer.class), Path.of("k")))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("a", null)
                .containsEntry("b", 5);
    }

    @Test
    void infinitiesOfTomlAreDoubles() throws SourceException {
        assertThat(new Converter(path -> false).convert(parse("toml", "k = -inf"), double.class, Path.of("k")))
                .isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(new Converter(path -> false).convert(parse("toml", "k = 0x1F"), int.class, Path.of("k")))
                .isEqualTo(31);
    }

    private static Object convert(String format, String text, Class<?> type) throws SourceException {
        return new Converter(path -> false).convert(parse(format, "k=" + text + "\n"), type, Path.of("k"));
    }

    private static Node parse(String format, String text) throws SourceException {
        return new Content("app", Formats.named(format), text.getBytes(StandardCharsets.UTF_8), null)
                .parse()
                .root()
                .entries()
                .get("k");
    }
}
