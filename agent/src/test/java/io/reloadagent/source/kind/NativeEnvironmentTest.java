package io.reloadagent.source.kind;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs({OS.LINUX, OS.MAC})
class NativeEnvironmentTest {

    private static final Function SETENV = NativeLibrary.getProcess().getFunction("setenv");
    private static final Function UNSETENV = NativeLibrary.getProcess().getFunction("unsetenv");
    private static final String NAME = "NATIVE_ENVIRONMENT_TEST";

    @Test
    @DisplayName("what native code sets within the process is seen, which the JVM's own copy never shows")
    void changed() {
        NativeEnvironment environment = NativeEnvironment.open();
        assertThat(environment.get()).containsAllEntriesOf(System.getenv()).doesNotContainKey(NAME);
        SETENV.invokeInt(new Object[] {NAME, "wert=ä", 1});
        try {
            assertThat(environment.get()).contains(Map.entry(NAME, "wert=ä"));
            assertThat(System.getenv(NAME)).isNull();
        } finally {
            UNSETENV.invokeInt(new Object[] {NAME});
        }
        assertThat(environment.get()).doesNotContainKey(NAME);
    }
}
