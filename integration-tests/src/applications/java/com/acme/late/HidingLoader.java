package com.acme.late;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;

/** Defines the reader and the generated class, and has no file of the latter. */
final class HidingLoader extends ClassLoader {

    private static final String GENERATED = "com.acme.late.Generated";

    HidingLoader() {
        super(HidingLoader.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.equals(GENERATED) && !name.equals("com.acme.late.Reader")) {
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
