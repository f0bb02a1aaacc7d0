package io.reloadagent.premain;

import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/**
 * Holds the agent and its dependencies. They lie in the agent's jar where no other loader finds them: under
 * {@code inst/}, class files with another ending, and those that each start needs {@linkplain StartClasses in one piece}. Sees of the outside only the JDK, so that it never meets the
 * application's copy of a library, nor the application the agent's.
 */
final class AgentLoader extends ClassLoader {

    private static final String FOLDER = "inst/";

    static {
        registerAsParallelCapable();
    }

    private final File file;
    private final JarFile jar;
    private final Set<String> packages = ConcurrentHashMap.newKeySet();

    /** They are needed once, at the start. */
    private volatile SoftReference<StartClasses> startClasses = new SoftReference<>(null);

    private AgentLoader(File file, JarFile jar) {
        // The system loader's parent: the JDK's extension loader on Java 8, its platform loader since.
        super(ClassLoader.getSystemClassLoader().getParent());
        this.file = file;
        this.jar = jar;
    }

    static AgentLoader of(File jar) throws IOException {
        return new AgentLoader(jar, new JarFile(jar));
    }

    static File ownJar() throws URISyntaxException {
        return new File(domain().getCodeSource().getLocation().toURI());
    }

    /** What is in the agent's jar is nowhere else: to ask the JDK's loaders first would cost an exception a class. */
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith("java.")) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            ByteBuffer bytes = loaded == null ? bytes(name) : null;
            return bytes == null ? super.loadClass(name, resolve) : define(name, bytes);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        throw new ClassNotFoundException(name);
    }

    private Class<?> define(String name, ByteBuffer bytes) {
        String pack = name.substring(0, name.lastIndexOf('.'));
        if (packages.add(pack)) {
            definePackage(pack);
        }
        return defineClass(name, bytes, domain());
    }

    /** Null if it is not in the jar. */
    private ByteBuffer bytes(String name) throws ClassNotFoundException {
        try {
            ByteBuffer packed = startClasses().bytes(name);
            ZipEntry entry = packed == null ? entry(name.replace('.', '/') + ".class") : null;
            return entry == null ? packed : ByteBuffer.wrap(readFully(entry));
        } catch (IOException e) {
            throw new ClassNotFoundException(name + " cannot be read from " + file, e);
        }
    }

    private StartClasses startClasses() throws IOException {
        StartClasses kept = startClasses.get();
        if (kept == null) {
            kept = StartClasses.of(readFully(jar.getEntry(StartClasses.ENTRY)));
            startClasses = new SoftReference<>(kept);
        }
        return kept;
    }

    /** Java 8 knows of no package by itself, and libraries ask their classes for theirs. */
    private void definePackage(String name) {
        if (getPackage(name) == null) {
            try {
                definePackage(name, null, null, null, null, null, null, null);
            } catch (IllegalArgumentException e) {
                // Another thread defined it meanwhile: what was asked for is there.
                assert getPackage(name) != null : e;
            }
        }
    }

    @Override
    protected URL findResource(String name) {
        ZipEntry entry = entry(name);
        try {
            return entry == null ? null : new URL("jar:" + file.toURI() + "!/" + entry.getName());
        } catch (MalformedURLException e) {
            throw new IllegalStateException(file + " cannot be written as a URL", e);
        }
    }

    @Override
    protected Enumeration<URL> findResources(String name) {
        URL resource = findResource(name);
        return resource == null
                ? Collections.emptyEnumeration()
                : Collections.enumeration(Collections.singleton(resource));
    }

    private ZipEntry entry(String name) {
        return jar.getEntry(FOLDER + (name.endsWith(".class") ? name + "data" : name));
    }

    private static ProtectionDomain domain() {
        return AgentLoader.class.getProtectionDomain();
    }

    private byte[] readFully(ZipEntry entry) throws IOException {
        byte[] bytes = new byte[(int) entry.getSize()];
        try (DataInputStream in = new DataInputStream(jar.getInputStream(entry))) {
            in.readFully(bytes);
        }
        return bytes;
    }
}
