package io.reloadagent.reload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModulesTest {

    private final Modules modules = new Modules();
    private final Object pool = new Object();
    private final Object cache = new Object();
    private final Object first = new Equal();
    private final Object second = new Equal();

    private record Equal() {}

    private List<String> names() {
        return modules.list().stream().map(Module::name).toList();
    }

    @ParameterizedTest
    @DisplayName("A22 a name that is null or blank is refused")
    @NullSource
    @ValueSource(strings = {"", "  ", "\t"})
    void noName(String name) {
        assertThatThrownBy(() -> modules.register(name, pool))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a module needs a name");
        assertThat(names()).isEmpty();
    }

    @Test
    @DisplayName("A22 a module that is null is refused")
    void nullModule() {
        assertThatThrownBy(() -> modules.register("pool", null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("module 'pool' is null");
    }

    @Test
    @DisplayName("A22 a name that is taken is refused")
    void duplicate() {
        modules.register("pool", pool);
        assertThatThrownBy(() -> modules.register("pool", cache))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'pool' is registered already");
        assertThat(modules.list()).singleElement().extracting(Module::object).isSameAs(pool);
    }

    @Test
    @DisplayName("A22 unregistering an unknown name is refused, and the known ones are listed")
    void unknown() {
        modules.register("pool", pool);
        assertThatThrownBy(() -> modules.unregister("pol"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'pol'")
                .hasMessageContaining("[pool]");
        modules.unregister("pool");
        assertThatThrownBy(() -> modules.unregister("pool")).isInstanceOf(IllegalArgumentException.class);
        modules.register("pool", cache);
    }

    @Test
    void aModuleWithoutANameGetsThatOfItsClass() {
        modules.register(pool);
        modules.register(cache);
        modules.register(pool);
        assertThat(names()).containsExactly("java.lang.Object", "java.lang.Object#2");
    }

    @Test
    void aModuleThatIsRegisteredAgainGetsTheNewName() {
        modules.register(pool);
        modules.register("cache", cache);
        modules.register("pool", pool);
        modules.register("pool", pool);
        assertThat(names()).containsExactly("cache", "pool");
    }

    @Test
    void modulesAreToldApartByIdentity() {
        modules.register("first", first);
        modules.register("second", second);
        assertThat(names()).containsExactly("first", "second");
    }

    @Test
    void aCollectedModuleIsForgottenAndItsNameFree() {
        modules.register("short-lived", new Object());
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            System.gc();
            return modules.list().isEmpty();
        });
        modules.register("short-lived", pool);
        assertThat(names()).containsExactly("short-lived");
    }

    @Test
    void theListIsACopy() {
        modules.register("pool", pool);
        List<Module> list = modules.list();
        modules.register("cache", cache);
        assertThat(list).hasSize(1);
    }
}
