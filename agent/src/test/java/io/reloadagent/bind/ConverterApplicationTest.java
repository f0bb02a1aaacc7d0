package io.reloadagent.bind;

import static io.reloadagent.bind.Conversion.convert;
import static io.reloadagent.bind.Conversion.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reloadagent.bind.Sample.WithSetters;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ConverterApplicationTest {

    @Test
    void whatASetterThrowsIsAProblemOfItsKey() {
        assertThat(refusal("key: {size: 101}", WithSetters.class))
                .hasMessage("app.yaml:1:13 key.size: the application refused it with java.lang.IllegalStateException: "
                        + "size 101 is too large\\u000areally");
    }

    static class Overflowing {
        int a = depth(0);

        private int depth(int from) {
            return from < 0 ? from : depth(from + 1) + 1;
        }
    }

    static class Failing {
        static final int BASE = Integer.parseInt("none");
        int a;
    }

    static class Hungry {
        int a;

        Hungry() {
            throw new OutOfMemoryError("for a test");
        }
    }

    @Test
    void whatAConstructorThrowsIsAProblem() {
        assertThat(refusal("key: {a: 1}", Overflowing.class))
                .hasMessage("app.yaml:1:6 key: the application refused it with java.lang.StackOverflowError");
        assertThat(refusal("key: {a: 1}", Failing.class))
                .hasMessageStartingWith("app.yaml:1:6 key: the application refused it with java.lang.");
        assertThat(refusal("key: {a: 1}", Failing.class))
                .hasMessageStartingWith(
                        "app.yaml:1:6 key: the application refused it with java.lang.NoClassDefFoundError");
    }

    @Test
    void anErrorOfTheJvmIsThrownOn() {
        assertThatThrownBy(() -> convert("{a: 1}", Hungry.class)).isInstanceOf(OutOfMemoryError.class);
    }

    class Inner {
        int a;

        Object outer() {
            return ConverterApplicationTest.this;
        }
    }

    static class NoDefault {
        int a;

        NoDefault(int a) {
            this.a = a;
        }
    }

    @Test
    void aClassWithoutConstructorIsRefusedByName() {
        assertThat(refusal("key: {a: 1}", NoDefault.class))
                .hasMessage("app.yaml:1:6 key: no io.reloadagent.bind.ConverterApplicationTest$NoDefault can be made: "
                        + "the class has no constructor without arguments");
        assertThat(refusal("key: {a: 1}", Inner.class)).hasMessageContaining("ConverterApplicationTest$Inner");
    }

    record Login(String user, int password) {
        Login {
            if (password < 100) {
                throw new IllegalArgumentException("bad " + password);
            }
        }
    }

    @Test
    @DisplayName("A35 a secret is not shown, whatever refuses it")
    void secretsAreMasked() {
        assertThat(refusal("key: {user: u, password: hunter2}", Login.class))
                .hasMessage("app.yaml:1:26 key.password: expected an int, found '***'");
        assertThat(refusal("key: {user: u, password: 42}", Login.class))
                .hasMessage("app.yaml:1:6 key: the application refused it with java.lang.IllegalArgumentException");
        assertThat(refusal("tokens: [hunter2, {a: hunter2}]", "tokens", int[].class)
                        .getMessage())
                .doesNotContain("hunter2");
        assertThat(refusal("tokens: {hunter2: 1}", "tokens", new Generic(Map.class, Integer.class, Integer.class))
                        .problems()
                        .get(0)
                        .message())
                .doesNotContain("hunter2");
    }
}
