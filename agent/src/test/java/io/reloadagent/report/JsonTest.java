package io.reloadagent.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    @DisplayName("maps keep their order; every type of the JDK's configuration values is written")
    void types() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("z", Arrays.asList(1, 2L, (short) 3, 1.5, 0.5f, true, null, "t", 'c'));
        map.put("big", new BigInteger("12345678901234567890"));
        map.put("decimal", new BigDecimal("0.10"));
        map.put("a", Duration.ofSeconds(5));
        map.put("array", new Object[] {Level.INFO});
        map.put("empty", Map.of());

        assertThat(Json.write(map))
                .isEqualTo("{\"z\":[1,2,3,1.5,0.5,true,null,\"t\",\"c\"],\"big\":12345678901234567890,\"decimal\":0.10,"
                        + "\"a\":\"PT5S\",\"array\":[\"INFO\"],\"empty\":{}}");
    }

    @Test
    @DisplayName("quotes and control characters are escaped")
    void escapes() {
        assertThat(Json.write("\"\\\n\u001b</script>")).isEqualTo("\"\\\"\\\\\\n\\u001B</script>\"");
    }

    @Test
    @DisplayName("numbers that JSON lacks become strings")
    void notANumber() {
        assertThat(Json.write(List.of(Double.NaN, Double.NEGATIVE_INFINITY))).isEqualTo("[\"NaN\",\"-Infinity\"]");
    }

    @Test
    @DisplayName("a list that contains itself is refused instead of overflowing the stack")
    void recursive() {
        List<Object> list = new ArrayList<>();
        list.add(list);

        assertThatThrownBy(() -> Json.write(list)).isInstanceOf(UncheckedIOException.class);
    }
}
