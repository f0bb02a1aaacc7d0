package io.reloadagent.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reloadagent.bind.ClassPattern;
import io.reloadagent.source.Path;
import java.lang.reflect.Method;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@SuppressWarnings("unused")
class MethodChoiceTest {

    interface Sized {
        default void grow(int by) {}

        void setSize(int size);
    }

    static class Pool implements Sized {
        @Override
        public void setSize(int size) {}

        public int getSize() {
            return 0;
        }

        public String getTimeout() {
            return "";
        }

        private void setTimeout(Duration timeout) {}

        void timeout(Duration timeout) {}

        Duration timeout() {
            return Duration.ZERO;
        }

        void resize(int size) {}

        void resize(Duration time) {}

        void resize() {}

        void both(int a, int b) {}
    }

    static class BigPool extends Pool {
        @Override
        public void setSize(int size) {}
    }

    private static Method choose(Class<?> owner, String method, String type) throws MethodProblem {
        return MethodChoice.method(rule(method, type, null), owner);
    }

    private static ApplyRule rule(String method, String type, String getter) {
        return new ApplyRule(Path.of("a"), new ClassPattern("any"), method, type, getter);
    }

    @Test
    void itIsTheOneThatTheClassHasInTheEnd() throws Exception {
        assertThat(choose(BigPool.class, "setSize", null)).isEqualTo(BigPool.class.getMethod("setSize", int.class));
        assertThat(choose(BigPool.class, "setTimeout", null).getDeclaringClass())
                .isEqualTo(Pool.class);
        assertThat(choose(BigPool.class, "grow", null).getDeclaringClass()).isEqualTo(Sized.class);
    }

    @Test
    void overloadsAreToldApartByType() throws Exception {
        assertThat(choose(Pool.class, "resize", "int").getParameterTypes()).containsExactly(int.class);
        assertThat(choose(Pool.class, "resize", "Duration").getParameterTypes()).containsExactly(Duration.class);
        assertThat(choose(Pool.class, "resize", "java.time.Duration").getParameterTypes())
                .containsExactly(Duration.class);
        assertThat(choose(Pool.class, "resize", "none").getParameterCount()).isZero();
        assertThatThrownBy(() -> choose(Pool.class, "resize", null))
                .isInstanceOf(MethodProblem.class)
                .hasMessageContaining(
                        "has several methods 'resize': resize(int), resize(java.time.Duration); say which");
        assertThatThrownBy(() -> choose(Pool.class, "resize", "long"))
                .hasMessageContaining(
                        "can be called with one parameter of type 'long', but there are resize(), resize(int)");
    }

    @Test
    void oneWithAParameterComesFirst() throws Exception {
        assertThat(choose(Pool.class, "timeout", null).getParameterCount()).isEqualTo(1);
    }

    @Test
    void whatCannotBeCalledIsTold() {
        assertThatThrownBy(() -> choose(Pool.class, "setSiz", null))
                .hasMessage(Pool.class.getName() + " has no method 'setSiz'; did you mean 'setSize'?");
        assertThatThrownBy(() -> choose(Pool.class, "both", null))
                .hasMessageContaining("can be called with one parameter or none, but there is both(int, int)");
    }

    @Test
    void theGetterIsThatOfThePropertyAndOfItsType() throws Exception {
        assertThat(MethodChoice.getter(rule("setSize", null, null), choose(Pool.class, "setSize", null)))
                .isEqualTo(Pool.class.getMethod("getSize"));
        assertThat(MethodChoice.getter(rule("setTimeout", null, null), choose(Pool.class, "setTimeout", null))
                        .getName())
                .as("getTimeout returns a text")
                .isEqualTo("timeout");
        Method resize = choose(Pool.class, "resize", "int");
        assertThat(MethodChoice.getter(rule("resize", "int", null), resize)).isNull();
        assertThat(MethodChoice.getter(rule("resize", "int", "getSize"), resize).getName())
                .isEqualTo("getSize");
        assertThatThrownBy(() -> MethodChoice.getter(rule("resize", "int", "getSiz"), resize))
                .hasMessageContaining("has no method 'getSiz'")
                .hasMessageContaining("did you mean 'getSize'?");
    }
}
