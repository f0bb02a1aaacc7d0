package io.reloadagent.bind;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassPatternTest {

    @ParameterizedTest
    @CsvSource({
        "com.acme.Main, com.acme.Main",
        "com.acme.Main$Settings, com.acme.Main$Settings",
        "com.acme.Main.Settings, com.acme.Main$Settings",
        "com.acme.Main.A.B, com.acme.Main$A$B",
        "com.acme.*Config, com.acme.PoolConfig",
        "com.acme.*Config, com.acme.Config",
        "com.acme.*Config, com.acme.Main$PoolConfig",
        "com.acme.Main.*, com.acme.Main$Settings",
        "com.*.Config, com.acme.Config",
        "*, Main",
        "Main, Main",
        "com.acme.Ma(in, com.acme.Ma(in",
        "com.acme.\\QX, com.acme.\\QX"
    })
    void matches(String pattern, String className) {
        assertThat(new ClassPattern(pattern).matches(className)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "com.acme.Main, com.acme.Main2",
        "com.acme.Main, com.acme.Main$Settings",
        "com.acme.Main, comXacme.Main",
        "com.acme.Main$Settings, com.acme.Main.Settings",
        "com.acme.*Config, com.acme.pool.PoolConfig",
        "com.acme.*Config, com.acme.PoolConfigs",
        "com.*.Config, com.acme.pool.Config",
        "*, com.acme.Main",
        "com.acme.M+ain, com.acme.MMain"
    })
    void doesNotMatch(String pattern, String className) {
        assertThat(new ClassPattern(pattern).matches(className)).isFalse();
    }
}
