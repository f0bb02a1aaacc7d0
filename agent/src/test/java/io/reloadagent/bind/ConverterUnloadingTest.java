package io.reloadagent.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.reloadagent.source.Content;
import io.reloadagent.source.Node;
import io.reloadagent.source.Path;
import io.reloadagent.source.Snapshot;
import io.reloadagent.source.SourceException;
import io.reloadagent.source.format.Formats;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ConverterUnloadingTest {

    static class Settings {
        int size;
        Level level;
        List<Part> parts;
    }

    enum Level {
        LOW,
        HIGH
    }

    record Part(String name, Level level) {}

    record Percent(int value) implements Function<String, Percent> {

        Percent() {
            this(0);
        }

        @Override
        public Percent apply(String text) {
            return new Percent(Integer.parseInt(text));
        }
    }

    /** Loads the classes of the application anew, as a redeployed web application does. */
    private static final class ApplicationLoader extends ClassLoader {

        private ApplicationLoader() {
            super(ConverterUnloadingTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(ConverterUnloadingTest.class.getName() + "$")) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    @Test
    void theClassesOfTheApplicationAreUnloadedOnceTheirConverterIsLetGo() throws Exception {
        WeakReference<ClassLoader> loader = convertWithNewClasses();
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            System.gc();
            return loader.get() == null;
        });
    }

    @Test
    void theConvertersOfTheApplicationAreUnloadedWithItsClasses() throws Exception {
        Converters converters = new Converters();
        WeakReference<ClassLoader> loader = convertWithNewConverter(converters);
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            System.gc();
            return loader.get() == null;
        });
        assertThat(converters.of(Percent.class)).isNull();
    }

    @SuppressWarnings("unchecked")
    private static WeakReference<ClassLoader> convertWithNewConverter(Converters converters) throws Exception {
        ClassLoader loader = new ApplicationLoader();
        Class<?> percent = loader.loadClass(Percent.class.getName());
        Constructor<?> constructor = percent.getDeclaredConstructor();
        constructor.setAccessible(true);
        converters.register(percent, (Function<String, ?>) constructor.newInstance());
        Converter converter = new Converter(path -> false, new ScalarTypes(loader, converters));
        List<?> made = (List<?>) converter.convert(node("[5]"), new Generic(List.class, percent), Path.of("k"));
        assertThat(made.get(0).getClass()).isSameAs(percent);
        return new WeakReference<>(loader);
    }

    private static WeakReference<ClassLoader> convertWithNewClasses() throws Exception {
        ClassLoader loader = new ApplicationLoader();
        Class<?> settings = loader.loadClass(Settings.class.getName());
        Converter converter = new Converter(path -> false);
        Node good = node("{size: 5, level: low, parts: [{name: a, level: high}]}");

        Object value = converter.convert(good, settings, Path.of("k"));
        assertThat(value.getClass()).isSameAs(settings).isNotSameAs(Settings.class);
        Class<?> level = loader.loadClass(Level.class.getName());
        assertThat(converter.convert(node("[low]"), new Generic(List.class, level), Path.of("k")))
                .hasToString("[LOW]");
        assertThat(converter.convert(node("5"), int.class, Path.of("k"))).isEqualTo(5);
        Node bad = node("{size: x, parts: [{name: [], level: none}, 5]}");
        try {
            converter.convert(bad, settings, Path.of("k"));
        } catch (SourceException e) {
            assertThat(e.problems()).hasSize(4);
        }
        return new WeakReference<>(loader);
    }

    private static Node node(String yaml) throws SourceException {
        Content content = new Content("app.yaml", Formats.YAML, ("k: " + yaml).getBytes(StandardCharsets.UTF_8), null);
        return Path.of("k").find(new Snapshot(List.of(content)).parse().root());
    }
}
