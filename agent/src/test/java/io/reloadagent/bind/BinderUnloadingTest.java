package io.reloadagent.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.reloadagent.field.Cell;
import io.reloadagent.field.Linker;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodType;
import java.lang.ref.WeakReference;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The classes of an application that was undeployed are unloaded")
class BinderUnloadingTest {

    @SuppressWarnings("unused")
    static class Settings {
        int size = 1;
    }

    enum Mode {
        SLOW,
        FAST
    }

    @SuppressWarnings("unused")
    static class Modes {
        Mode mode = Mode.SLOW;
    }

    /** Loads the classes of the application anew, as each deployment does. */
    private static final class Deployment extends ClassLoader {

        private Deployment() {
            super(Deployment.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(BinderUnloadingTest.class.getName() + "$")) {
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

    private static void assertUnloaded(Bound bound, String className, String field, MethodType site, String descriptor)
            throws Exception {
        WeakReference<ClassLoader> loader = deploy(bound, className, field, site, descriptor);
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            System.gc();
            return loader.get() == null;
        });
        assertThat(bound.compare("settings: {size: 9}\nmodes: {mode: slow}").isEmpty())
                .isTrue();
    }

    private static WeakReference<ClassLoader> deploy(
            Bound bound, String className, String field, MethodType site, String descriptor) throws Exception {
        Deployment loader = new Deployment();
        Class<?> type = loader.loadClass(className);
        Linker linker = new Linker(bound.binder::describe);
        linker.link(field, site, type, descriptor);
        assertThat(bound.registered).hasSize(1);
        Cell cell = bound.registered.remove(0);
        assertThat(bound.inForce(cell)).isNotEqualTo("own");
        bound.apply("settings: {size: 8}\nmodes: {mode: fast}");
        return new WeakReference<>(loader);
    }

    @Test
    void withFieldsOfTypesOfTheJdk() throws Exception {
        Bound bound = new Bound("settings: {size: 7}", Bound.rule(Settings.class, "settings", true));
        MethodType site = MethodType.methodType(int.class, Object.class, int.class);
        assertUnloaded(bound, Settings.class.getName(), "size", site, "I");
    }

    @Test
    void withFieldsOfTypesOfTheirOwn() throws Exception {
        Bound bound = new Bound("modes: {mode: slow}", Bound.rule(Modes.class, "modes", true));
        MethodType site = MethodType.methodType(Object.class, Object.class, Object.class);
        assertUnloaded(
                bound,
                Modes.class.getName(),
                "mode",
                site,
                "L" + Mode.class.getName().replace('.', '/') + ";");
    }
}
