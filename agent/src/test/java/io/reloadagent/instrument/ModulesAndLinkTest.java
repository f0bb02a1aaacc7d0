package io.reloadagent.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.reloadagent.api.AgentLink;
import io.reloadagent.api.ConfigChange;
import io.reloadagent.api.ReloadContext;
import io.reloadagent.api.Reloadable;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ModulesAndLinkTest {

    private static final String MODULE = "implements io.reloadagent.api.Reloadable { public void reload("
            + "io.reloadagent.api.ReloadContext c, java.util.List<io.reloadagent.api.ConfigChange> l) {} ";

    private final Instrumenting instrumenting = Instrumenting.annotated();

    @AfterEach
    void nothingFailed() {
        instrumenting.close();
        assertThat(instrumenting.failures).isEmpty();
    }

    private Object run(String... sources) throws Exception {
        return Application.of(sources).transformedBy(instrumenting.transformer).run("a.Main");
    }

    @Test
    void aModuleIsReportedWhenItsConstructorEnds() throws Exception {
        Object module = run(
                "package a; class Main " + MODULE
                        + " Main(long a, double b) { if (a > 0) { return; } } static Object run() { return new Main(1, 2); } }");
        assertThat(instrumenting.constructed).containsExactly(module);
    }

    @Test
    void aModuleWhoseConstructorThrowsIsNotReported() {
        assertThatThrownBy(
                        () -> run(
                                "package a; class Main " + MODULE
                                        + " Main() { throw new IllegalStateException(); } static Object run() { return new Main(); } }"))
                .hasCauseInstanceOf(IllegalStateException.class);
        assertThat(instrumenting.constructed).isEmpty();
    }

    @Test
    void aModuleThatInheritsTheInterfaceIsReportedOnceComplete() throws Exception {
        Object module = run(
                "package a; abstract class Base " + MODULE + "}",
                "package a; class Main extends Base { static Object run() { return new Main(); } }");
        assertThat(instrumenting.constructed).containsExactly(module);
    }

    @Test
    void theLinkOfTheApiIsConnected() throws Exception {
        Method agent = method(connectedLink(), "agent", String.class, Object[].class);
        assertThat(agent.invoke(null, "version", new Object[] {1})).isEqualTo("version[1]");
    }

    @Test
    void aModuleThatWasRenamedIsKeptByItsLastNameOnly() throws Exception {
        Class<?> link = connectedLink();
        Method register = method(link, "register", String.class, Reloadable.class);
        WeakReference<Object> module = registerTwice(register);
        System.gc();
        assertThat(module.get()).isNotNull();
        method(link, "unregister", String.class).invoke(null, "second");
        await().until(() -> {
            System.gc();
            return module.get() == null;
        });
    }

    private static WeakReference<Object> registerTwice(Method register) throws ReflectiveOperationException {
        Reloadable module = new Reloadable() {
            @Override
            public void reload(ReloadContext context, List<ConfigChange> changes) {}
        };
        register.invoke(null, "first", module);
        register.invoke(null, "second", module);
        return new WeakReference<>(module);
    }

    private static Method method(Class<?> link, String name, Class<?>... parameters) throws NoSuchMethodException {
        Method method = link.getDeclaredMethod(name, parameters);
        method.setAccessible(true);
        return method;
    }

    private Class<?> connectedLink() throws IOException {
        Application application = Application.of("package a; class Main {}").transformedBy(instrumenting.transformer);
        byte[] changed = instrumenting.transformer.transform(
                application, "io/reloadagent/api/AgentLink", null, null, fileOfLink());
        return new ClassLoader(getClass().getClassLoader()) {
            Class<?> define() {
                return defineClass("io.reloadagent.api.AgentLink", changed, 0, changed.length);
            }
        }.define();
    }

    private static byte[] fileOfLink() throws IOException {
        try (InputStream in = AgentLink.class.getResourceAsStream("AgentLink.class")) {
            return in.readAllBytes();
        }
    }
}
