package io.reloadagent.bind;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    @ParameterizedTest(name = "{0} may be {1}")
    @CsvSource({"max_cons, max_conns", "timeuot, timeout", "time, ", "max_conns, max_conns", "zzz, ", "mod, mode"})
    void theNameWithTheFewestChangesIsFoundIfItIsNearEnough(String name, String nearest) {
        assertThat(Nearest.of(name, List.of("max_conns", "timeout", "mode"))).isEqualTo(nearest);
    }
}
