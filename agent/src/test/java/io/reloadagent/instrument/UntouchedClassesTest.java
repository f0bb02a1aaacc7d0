package io.reloadagent.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.instrument.ClassFileTransformer;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.security.CodeSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.bytebuddy.jar.asm.ClassReader;
import org.junit.jupiter.api.Test;

class UntouchedClassesTest {

    /** The agent's classes and its dependencies once more, in a loader that tells which classes it had to load. */
    private static final class FreshAgent extends URLClassLoader {

        final Set<String> loaded = new HashSet<>();

        FreshAgent() {
            super(
                    Stream.of(Transformer.class, ClassReader.class)
                            .map(type -> type.getProtectionDomain().getCodeSource())
                            .map(CodeSource::getLocation)
                            .toArray(URL[]::new),
                    ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            loaded.add(name);
            return super.findClass(name);
        }
    }

    @Test
    void byteBuddyIsNotLoadedBeforeTheFirstClassThatReadsADynamicField() throws Exception {
        Application application = Application.of(
                "package a; public class Pool { public int size; int size() { return size; } int other; }",
                "package a; class Other { int other; Object read() { return System.out; } int own() { return other; } }");
        try (FreshAgent agent = new FreshAgent()) {
            ClassFileTransformer transformer = transformer(agent);
            for (int i = 0; i < 3; i++) {
                assertThat(transformer.transform(application, "a/Other", null, null, application.file("a/Other")))
                        .isNull();
            }
            assertThat(agent.loaded)
                    .contains("io.reloadagent.instrument.Planner")
                    .noneMatch(name -> name.startsWith("net.bytebuddy."));
            assertThat(transformer.transform(application, "a/Pool", null, null, application.file("a/Pool")))
                    .isNotNull();
            assertThat(agent.loaded).anyMatch(name -> name.startsWith("net.bytebuddy."));
        }
    }

    private static ClassFileTransformer transformer(ClassLoader agent) throws Exception {
        Predicate<String> pool = "a.Pool"::equals;
        BiPredicate<String, String> size = (type, field) -> type.equals("a.Pool") && field.equals("size");
        Predicate<String> all = name -> true;
        BiConsumer<String, Throwable> failed = (name, failure) -> {
            throw new AssertionError(name, failure);
        };
        Class<?> fields = agent.loadClass("io.reloadagent.instrument.DynamicFields");
        Object dynamic = fields.getConstructor(
                        Predicate.class, BiPredicate.class, Predicate.class, Predicate.class, List.class)
                .newInstance(pool, size, all, all.negate(), null);
        Class<?> classPath = agent.loadClass("io.reloadagent.instrument.ClassPath");
        Class<?> observer = agent.loadClass("io.reloadagent.instrument.DynamicClassObserver");
        Object deaf = Proxy.newProxyInstance(agent, new Class<?>[] {observer}, (proxy, method, arguments) -> null);
        Class<?> late = agent.loadClass("io.reloadagent.instrument.LateReaders");
        Object unconcerned = Proxy.newProxyInstance(agent, new Class<?>[] {late}, (proxy, method, arguments) -> null);
        Class<?> filters = agent.loadClass("io.reloadagent.field.NumberedFilters");
        return (ClassFileTransformer) agent.loadClass("io.reloadagent.instrument.Transformer")
                .getConstructor(fields, classPath, String.class, filters, observer, BiConsumer.class, late)
                .newInstance(
                        dynamic,
                        classPath.getMethod("unknown").invoke(null),
                        "java/lang/Bridge",
                        null,
                        deaf,
                        failed,
                        unconcerned);
    }
}
