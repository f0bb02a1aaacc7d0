package com.acme.late;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Arrays;
import java.util.List;

/** Defines the readers and the generated class, and has no file of the latter. */
final class HidingLoader extends ClassLoader {

    private static final String GENERATED = "com.acme.late.Generated";

    private static final List<String> OWN = Arrays.asList(GENERATED, "com.acme.late.Reader", "com.acme.late.Loop");

    HidingLoader() {
        super(HidingLoader.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!OWN.contains(name)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            return known == null ? define(name) : known;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            for (int next = in.read(); next >= 0; next = in.read()) {
                out.write(next);
            }
            return defineClass(name, out.toByteArray(), 0, out.size());
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    @Override
    public URL getResource(String name) {
        return name.equals(GENERATED.replace('.', '/') + ".class") ? null : super.getResource(name);
    }
}
