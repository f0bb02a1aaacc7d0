package io.reloadagent.premain;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.Enumeration;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/**
 * Holds the agent and its dependencies. They lie in the agent's jar where no other loader finds them: under
 * {@code inst/}, class files with another ending. Sees of the outside only the JDK, so that it never meets the
 * application's copy of a library, nor the application the agent's.
 */
final class AgentLoader extends ClassLoader {

    private static final String FOLDER = "inst/";

    static {
        registerAsParallelCapable();
    }

    private final File file;
    private final JarFile jar;

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

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        ZipEntry entry = entry(name.replace('.', '/') + ".class");
        if (entry == null) {
            throw new ClassNotFoundException(name);
        }
        try (InputStream in = jar.getInputStream(entry)) {
            byte[] bytes = readFully(in);
            definePackage(name.substring(0, name.lastIndexOf('.')));
            return defineClass(name, bytes, 0, bytes.length, domain());
        } catch (IOException e) {
            throw new ClassNotFoundException(name + " cannot be read from " + file, e);
        }
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

    private static byte[] readFully(InputStream in) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(8192);
        byte[] buffer = new byte[8192];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            out.write(buffer, 0, n);
        }
        return out.toByteArray();
    }
}
