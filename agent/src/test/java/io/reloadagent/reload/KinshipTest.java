package io.reloadagent.reload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;

class KinshipTest {

    /** A class that each application has its own of. */
    static final class Own {}

    @Test
    void aClassOfTheSameLoaderOfAParentOrOfAChildIsOfTheApplication() throws Exception {
        try (URLClassLoader parent = loader(null);
                URLClassLoader child = loader(parent)) {
            Class<?> inParent = Class.forName(Own.class.getName(), false, parent);
            Class<?> inChild = child.loadClass(Own.class.getName());
            assertThat(new Kinship(inParent).isCertain(inParent)).isTrue();
            assertThat(new Kinship(inChild).isCertain(inParent)).isTrue();
            assertThat(new Kinship(Own.class).isCertain(String.class)).isTrue();
            assertThat(new Kinship(String.class).isCertain(Own.class)).isTrue();
        }
    }

    @Test
    void aClassOfASiblingIsNot() throws Exception {
        try (URLClassLoader one = loader(null);
                URLClassLoader other = loader(null)) {
            Class<?> ofOne = one.loadClass(Own.class.getName());
            Class<?> ofOther = other.loadClass(Own.class.getName());
            assertThat(new Kinship(ofOne).isCertain(ofOther)).isFalse();
            assertThat(new Kinship(ofOne).includes(ofOther)).isFalse();
        }
    }

    @Test
    void aClassThatALoaderFindsElsewhereThanInItsParentsIs() throws Exception {
        try (URLClassLoader exporting = loader(null);
                URLClassLoader importing = new URLClassLoader(new URL[0], null) {
                    @Override
                    protected Class<?> findClass(String name) throws ClassNotFoundException {
                        return name.equals(Own.class.getName()) ? exporting.loadClass(name) : define(name);
                    }

                    private Class<?> define(String name) throws ClassNotFoundException {
                        try (java.io.InputStream code =
                                KinshipTest.class.getResourceAsStream("/" + name.replace('.', '/') + ".class")) {
                            byte[] bytes = code.readAllBytes();
                            return defineClass(name, bytes, 0, bytes.length);
                        } catch (java.io.IOException e) {
                            throw new ClassNotFoundException(name, e);
                        }
                    }
                }) {
            Class<?> module = importing.loadClass(KinshipTest.class.getName());
            Class<?> owner = exporting.loadClass(Own.class.getName());
            assertThat(new Kinship(module).isCertain(owner)).isFalse();
            assertThat(new Kinship(module).includes(owner)).isTrue();
        }
    }

    private static URLClassLoader loader(ClassLoader parent) throws MalformedURLException {
        URL[] urls = {new File("target/test-classes/").toURI().toURL()};
        return new URLClassLoader(urls, parent);
    }
}
