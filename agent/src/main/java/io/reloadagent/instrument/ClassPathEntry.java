package io.reloadagent.instrument;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A jar or folder on a class path. Not thread-safe. */
abstract class ClassPathEntry implements Closeable {

    private ClassPathEntry() {}

    /** Null if there is neither. */
    static ClassPathEntry open(File file) {
        if (file.isDirectory()) {
            return new Folder(file);
        }
        try {
            return file.isFile() ? new Jar(file) : null;
        } catch (IOException | ReflectiveOperationException e) {
            return null; // the class loader cannot open it either
        }
    }

    /** Null if it has no such file. */
    abstract byte[] read(String name) throws IOException;

    /** The entries that follow it, because it says so. */
    List<File> classPath() throws IOException {
        return Collections.emptyList();
    }

    private static final class Folder extends ClassPathEntry {

        private final File folder;

        Folder(File folder) {
            this.folder = folder;
        }

        @Override
        byte[] read(String name) throws IOException {
            File file = new File(folder, name);
            return file.isFile() ? Files.readAllBytes(file.toPath()) : null;
        }

        @Override
        public void close() {}
    }

    private static final class Jar extends ClassPathEntry {

        private final File file;
        private final JarFile jar;

        Jar(File file) throws IOException, ReflectiveOperationException {
            this.file = file;
            this.jar = jar(file);
        }

        /** Without a look at signatures, and with what it has for just this release of Java. */
        private static JarFile jar(File file) throws IOException, ReflectiveOperationException {
            try {
                Class<?> version = Class.forName("java.lang.Runtime$Version");
                return JarFile.class
                        .getConstructor(File.class, boolean.class, int.class, version)
                        .newInstance(
                                file,
                                false,
                                ZipFile.OPEN_READ,
                                JarFile.class.getMethod("runtimeVersion").invoke(null));
            } catch (ClassNotFoundException java8) {
                return new JarFile(file, false);
            }
        }

        @Override
        byte[] read(String name) throws IOException {
            ZipEntry entry = jar.getEntry(name);
            if (entry == null) {
                return null;
            }
            try (InputStream in = jar.getInputStream(entry)) {
                byte[] bytes = new byte[(int) entry.getSize()];
                new DataInputStream(in).readFully(bytes);
                return bytes;
            }
        }

        @Override
        List<File> classPath() throws IOException {
            Manifest manifest = jar.getManifest();
            String named =
                    manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            List<File> files = new ArrayList<>();
            for (String url : named == null ? new String[0] : named.trim().split(" +")) {
                File next = relative(url);
                if (next != null) {
                    files.add(next);
                }
            }
            return files;
        }

        /** Null for what is no file: it is found by the class loader, if at all. */
        private File relative(String url) {
            try {
                URI uri = file.toURI().resolve(new URI(url));
                return "file".equals(uri.getScheme()) && uri.getPath() != null ? new File(uri.getPath()) : null;
            } catch (URISyntaxException e) {
                return null;
            }
        }

        @Override
        public void close() throws IOException {
            jar.close();
        }
    }
}
