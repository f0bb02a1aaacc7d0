package io.reloadagent.bind;

import static io.reloadagent.bind.Conversion.convert;
import static io.reloadagent.bind.Conversion.lines;
import static io.reloadagent.bind.Conversion.listOf;
import static io.reloadagent.bind.Conversion.node;
import static io.reloadagent.bind.Conversion.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.reloadagent.source.Path;
import io.reloadagent.source.SourceException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Of the application's types")
class ConverterFactoriesTest {

    record HostAndPort(String host, int port) {
        public static HostAndPort parse(CharSequence text) {
            String[] parts = text.toString().split(":", -1);
            return new HostAndPort(parts[0], Integer.parseInt(parts[1]));
        }
    }

    record Percent(int value) {
        public static Percent of(String text) {
            return text.endsWith("%") ? new Percent(Integer.parseInt(text.substring(0, text.length() - 1))) : null;
        }
    }

    abstract static class Shape {
        public static Shape valueOf(String name) {
            return new Circle(name);
        }
    }

    static final class Circle extends Shape {
        private final String name;

        private Circle(String name) {
            this.name = name;
        }
    }

    static final class Name {
        private final String text;

        public Name(String text) {
            this.text = text;
        }
    }

    sealed interface Source permits File, Web {}

    record File(String path) implements Source {}

    record Web(String address) implements Source {}

    abstract static class Nothing {}

    enum Color {
        RED,
        GREEN
    }

    @Test
    @DisplayName("those with valueOf, of, parse or a constructor for a text are made by these")
    void factories() throws SourceException {
        assertThat(convert("db:5432", HostAndPort.class)).isEqualTo(new HostAndPort("db", 5432));
        assertThat(convert("50%", Percent.class)).isEqualTo(new Percent(50));
        assertThat(((Circle) convert("round", Shape.class)).name).isEqualTo("round");
        assertThat(((Name) convert("1.10", Name.class)).text).isEqualTo("1.10");
        assertThat(convert("[a:1, b:2]", listOf(HostAndPort.class)))
                .isEqualTo(List.of(new HostAndPort("a", 1), new HostAndPort("b", 2)));
        assertThat(convert("{x: 7%}", new Generic(Map.class, String.class, Percent.class)))
                .isEqualTo(Map.of("x", new Percent(7)));
        assertThat(convert("7%", new Generic(Optional.class, Percent.class))).isEqualTo(Optional.of(new Percent(7)));
    }

    @Test
    @DisplayName("a mapping makes the same type by its properties")
    void mapping() throws SourceException {
        assertThat(convert("{host: db, port: 1}", HostAndPort.class)).isEqualTo(new HostAndPort("db", 1));
        assertThat(lines(refusal("key: {host: db, prot: 1, port: 2}", HostAndPort.class)))
                .containsExactly("app.yaml:1:17 key.prot: unknown key 'prot'; did you mean port?");
    }

    @Test
    @DisplayName("what a factory refuses is a problem with its place, and the others are found as well")
    void refusals() {
        assertThat(lines(refusal("key: [a:x, b:1, 'c:', 5]", listOf(HostAndPort.class))))
                .hasSize(3)
                .anySatisfy(line ->
                        assertThat(line).startsWith("app.yaml:1:7 key[0]: ").contains("NumberFormatException"))
                .anySatisfy(line -> assertThat(line).startsWith("app.yaml:1:17 key[2]: "))
                .anySatisfy(line ->
                        assertThat(line).startsWith("app.yaml:1:23 key[3]: ").contains("IndexOutOfBounds"));
        assertThat(lines(refusal("key: 50", Percent.class)))
                .containsExactly("app.yaml:1:6 key: expected a text that " + Percent.class.getName()
                        + " can be made of, found '50'");
    }

    @Test
    @DisplayName("interfaces, sealed or not, and abstract classes are refused clearly")
    void interfaces() {
        assertThat(lines(refusal("key: {path: x}", Source.class)))
                .containsExactly("app.yaml:1:6 key: the type " + Source.class.getName()
                        + " cannot be set from a configuration: it is an interface, and nothing says which class to"
                        + " make; register a converter for it: ReloadAgent.convert(Source.class, ...)");
        assertThat(lines(refusal("key: {}", Nothing.class)))
                .singleElement()
                .asString()
                .contains("it is abstract");
    }

    @Test
    @DisplayName("those with a registered converter are made by it, whatever else there is")
    void registered() throws SourceException {
        Converters converters = new Converters();
        Converter converter =
                new Converter(path -> false, new ScalarTypes(getClass().getClassLoader(), converters));
        Path key = Path.of("key");
        assertThat(catchThrowableOfType(
                        SourceException.class, () -> converter.convert(node("key: web:x", "key"), Source.class, key)))
                .isNotNull();

        converters.register(Source.class, text -> new Web(text.substring(4)));
        converters.register(Color.class, text -> Color.values()[Integer.parseInt(text)]);
        Function<String, ?> wrong = text -> "a text";
        converters.register(Percent.class, wrong);

        assertThat(converter.convert(node("key: web:x", "key"), Source.class, key))
                .isEqualTo(new Web("x"));
        assertThat(converter.convert(node("key: [web:x]", "key"), listOf(Source.class), key))
                .isEqualTo(List.of(new Web("x")));
        assertThat(converter.convert(node("key: 1", "key"), Color.class, key)).isEqualTo(Color.GREEN);
        SourceException refusal = catchThrowableOfType(
                SourceException.class,
                () -> converter.convert(node("key: [0, 7, x, [1]]", "key"), listOf(Color.class), key));
        assertThat(lines(refusal))
                .hasSize(3)
                .anySatisfy(line ->
                        assertThat(line).startsWith("app.yaml:1:10 key[1]: ").contains("IndexOutOfBounds"))
                .anySatisfy(line ->
                        assertThat(line).startsWith("app.yaml:1:13 key[2]: ").contains("NumberFormat"))
                .anySatisfy(line -> assertThat(line).startsWith("app.yaml:1:16 key[3]: expected a text that "));
        assertThat(catchThrowableOfType(
                        SourceException.class, () -> converter.convert(node("key: 5", "key"), Percent.class, key)))
                .as("what a converter makes must be of the type")
                .hasMessageContaining("expected a text that the application's converter makes a ");
    }

    @Test
    @DisplayName("no converter is taken for a type of the JDK's, nor without a type or a function")
    void notRegistered() {
        Converters converters = new Converters();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> converters.register(String.class, text -> text))
                .withMessageContaining("java.lang.String");
        assertThatIllegalArgumentException().isThrownBy(() -> converters.register(null, text -> text));
        assertThatIllegalArgumentException().isThrownBy(() -> converters.register(Color.class, null));
    }
}
