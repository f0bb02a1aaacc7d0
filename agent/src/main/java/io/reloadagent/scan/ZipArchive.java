package io.reloadagent.scan;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/** A jar or war, with what is packed in it. For one pass, by one thread. */
final class ZipArchive {

    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final int LARGEST_MANIFEST = 4 << 20;

    private final Path file;
    private final String name;
    private final Reading reading;

    ZipArchive(Path file, Reading reading) {
        this.file = file;
        this.name = String.valueOf(file.getFileName());
        this.reading = reading;
    }

    /**
     * Reads it.
     *
     * @param application whether the application itself may be in it
     */
    void read(boolean application) throws IOException {
        read((main, packed) -> application ? Part.ofBoth(name, main) : Part.ofLibrary(name));
    }

    /**
     * Reads it as one of the jars in a directory.
     *
     * @param application whether the application itself may be in any of them
     * @param alone whether there is no other
     */
    void readOfDirectory(boolean application, boolean alone) throws IOException {
        read((main, packed) ->
                application && (alone || packed || main != null) ? Part.ofBoth(name, main) : Part.ofLibrary(name));
    }

    /** Tells what the classes at the root of the archive are. */
    private interface Role {
        Part of(String mainClass, boolean packed);
    }

    private void read(Role role) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            boolean packed = holdsPackedClasses(zip);
            Part root = role.of(mainClass(zip), packed);
            forEach(zip, entry -> Names.packedClasses(entry) != null, (entry, in) -> take(part(entry), entry, in));
            Part classes = packed ? Part.ofLibrary(name) : root;
            forEach(zip, entry -> Names.packedClasses(entry) == null, (entry, in) -> take(classes, entry, in));
            forEach(zip, Names::isArchive, (entry, in) -> readNested(entry, in, 1));
        } catch (LimitException e) {
            throw e;
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            reading.notes.skip(file.toString(), "it cannot be read as an archive (" + e.getMessage() + ")");
        }
    }

    private static Part part(String entry) {
        String directory = Names.packedClasses(entry);
        return Part.ofApplication(directory.substring(0, directory.length() - 1));
    }

    private static boolean holdsPackedClasses(ZipFile zip) {
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
            if (Names.packedClasses(entries.nextElement().getName()) != null) {
                return true;
            }
        }
        return false;
    }

    /** What is done with an entry that was opened. */
    private interface Use {
        void of(String entry, InputStream in) throws IOException;
    }

    private void forEach(ZipFile zip, Predicate<String> wanted, Use use) throws IOException {
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
            ZipEntry entry = entries.nextElement();
            String path = entry.getName();
            if (!wanted.test(path) || !(Names.isClass(path) || Names.isVersioned(path) || Names.isArchive(path))) {
                continue;
            }
            reading.budget.addEntry();
            try (InputStream in = zip.getInputStream(entry)) {
                use.of(path, in);
            } catch (LimitException e) {
                throw e;
            } catch (IOException | IllegalArgumentException e) {
                reading.notes.skip(path, "it cannot be unpacked (" + e.getMessage() + ")");
            }
        }
    }

    private void take(Part part, String entry, InputStream in) throws IOException {
        if (Names.isVersioned(entry)) {
            reading.notes.addVersioned();
        } else if (Names.isClass(entry)) {
            reading.take(part, entry, in);
        }
    }

    /** Reads an archive within an archive as a stream: it takes no place on disk, and little memory. */
    private void readNested(String path, InputStream in, int depth) throws IOException {
        if (depth > reading.budget.limits.depth) {
            reading.notes.skip(path, "archives are packed more than " + depth + " deep here");
            return;
        }
        Part library = Names.isModule(name, path) ? Part.ofApplication(path) : Part.ofLibrary(path);
        ZipInputStream zip = new ZipInputStream(in);
        int entries = 0;
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            entries++;
            reading.budget.addEntry();
            String inner = entry.getName();
            if (Names.isArchive(inner)) {
                readNested(path + "!/" + inner, new Unclosed(zip), depth + 1);
            } else if (Names.packedClasses(inner) != null) {
                take(Part.ofApplication(path + "!/" + Names.packedClasses(inner)), path + "!/" + inner, zip);
            } else if (Names.isVersioned(inner)) {
                reading.notes.addVersioned();
            } else if (Names.isClass(inner)) {
                reading.take(library, path + "!/" + inner, zip);
            }
            reading.budget.pass(zip);
        }
        if (entries == 0) {
            reading.notes.skip(path, "it holds nothing that can be read as an archive");
        }
    }

    /** The class that the application starts with, behind Spring Boot's launcher; null if the manifest names none. */
    private String mainClass(ZipFile zip) {
        ZipEntry entry = zip.getEntry(MANIFEST);
        if (entry == null) {
            return null;
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = reading.budget.read(in, LARGEST_MANIFEST);
            Attributes main =
                    new Manifest(new ByteArrayInputStream(bytes == null ? new byte[0] : bytes)).getMainAttributes();
            String start = main.getValue("Start-Class");
            return start == null ? main.getValue(Attributes.Name.MAIN_CLASS) : start;
        } catch (IOException | IllegalArgumentException e) {
            reading.notes.skip(MANIFEST, "it cannot be read (" + e.getMessage() + ")");
            return null;
        }
    }

    /** A stream that whoever reads an archive in it does not close. */
    private static final class Unclosed extends FilterInputStream {

        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // the entry behind is read next
        }
    }
}
