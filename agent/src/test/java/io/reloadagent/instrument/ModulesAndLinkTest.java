package io.reloadagent.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reloadagent.api.AgentLink;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
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
        Application application = Application.of("package a; class Main {}").transformedBy(instrumenting.transformer);
        byte[] changed = instrumenting.transformer.transform(
                application, "io/reloadagent/api/AgentLink", null, null, fileOfLink());
        Class<?> link = new ClassLoader(getClass().getClassLoader()) {
            Class<?> define() {
                return defineClass("io.reloadagent.api.AgentLink", changed, 0, changed.length);
            }
        }.define();
        Method agent = link.getDeclaredMethod("agent", String.class, Object[].class);
        agent.setAccessible(true);
        assertThat(agent.invoke(null, "version", new Object[] {1})).isEqualTo("version[1]");
    }

    private static byte[] fileOfLink() throws IOException {
        try (InputStream in = AgentLink.class.getResourceAsStream("AgentLink.class")) {
            return in.readAllBytes();
        }
    }
}
