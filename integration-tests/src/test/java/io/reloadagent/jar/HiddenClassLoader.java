package io.reloadagent.jar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** Loads what the agent's jar holds under inst/ and, of anything else, the JDK's classes only. */
final class HiddenClassLoader extends ClassLoader {
    private final JarFile jar;

    HiddenClassLoader(JarFile jar) {
        super(ClassLoader.getPlatformClassLoader());
        this.jar = jar;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        try {
            byte[] bytes = entry("inst/" + name.replace('.', '/') + ".classdata");
            if (bytes == null) {
                bytes = StartClasses.read(entry(StartClasses.ENTRY)).get(name);
            }
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] entry(String name) throws IOException {
        JarEntry entry = jar.getJarEntry(name);
        if (entry == null) {
            return null;
        }
        try (InputStream stream = jar.getInputStream(entry)) {
            return stream.readAllBytes();
        }
    }
}
