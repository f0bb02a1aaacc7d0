package io.reloadagent.benchmarks.swap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Writes and compiles an application: a class with a thousand fields, and classes whose one method reads a field in ten
 * places. One of them for each field, but of the first as many as asked for. In a second form the same reads go to a volatile
 * snapshot, as hand-written code would have it.
 */
public final class HotReaders {

    static final int FIELDS = 1_000;
    static final int SITES = 10;

    private static final String PACKAGE = "hot";

    private HotReaders() {}

    /** Takes a directory for the classes, and in how many places the first field is read: a multiple of ten. */
    public static void main(String[] arguments) throws IOException {
        Path directory = Files.createDirectories(Path.of(arguments[0]));
        int readers = readers(Integer.parseInt(arguments[1]));
        Path sources = Files.createTempDirectory("hot-readers");
        List<String> files = new ArrayList<>();
        files.add(write(sources, "Settings", settings()));
        for (Form form : Form.values()) {
            for (int reader = 0; reader < readers; reader++) {
                files.add(write(sources, form.readerName(reader), reader(form, reader)));
            }
        }
        List<String> options = Stream.concat(Stream.of("-d", directory.toString(), "-proc:none"), files.stream())
                .toList();
        int failed = ToolProvider.getSystemJavaCompiler().run(null, null, null, options.toArray(String[]::new));
        if (failed != 0) {
            throw new IllegalStateException("the readers do not compile");
        }
    }

    /** How many classes read, if the first field is read in so many places. */
    static int readers(int hotSites) {
        return FIELDS - 1 + hotSites / SITES;
    }

    private static String write(Path sources, String name, String text) {
        try {
            return Files.writeString(sources.resolve(name + ".java"), "package " + PACKAGE + ";\n" + text)
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String settings() {
        return IntStream.range(0, FIELDS)
                .mapToObj(field -> "    static int f" + field + " = 1;\n")
                .collect(Collectors.joining(
                        "",
                        "public final class Settings {\n    public static volatile int[] snapshot = new int[" + FIELDS
                                + "];\n",
                        "}\n"));
    }

    /** Each read goes into the next step of a calculation, so that no two can be merged. */
    private static String reader(Form form, int reader) {
        int field = reader < FIELDS ? reader : 0;
        String step = "        x = (x * 31 + " + form.read(field) + ") ^ (x >>> 7);\n";
        return "public final class " + form.readerName(reader) + " implements java.util.function.IntUnaryOperator {\n"
                + "    @Override\n    public int applyAsInt(int x) {\n"
                + step.repeat(SITES)
                + "        return x;\n    }\n}\n";
    }

    /** How a reader reads. */
    enum Form {
        FIELD,
        SNAPSHOT;

        String readerName(int reader) {
            return (this == FIELD ? "Reader" : "SnapshotReader") + reader;
        }

        /** The reader's class, loaded from where this class was. */
        String className(int reader) {
            return PACKAGE + "." + readerName(reader);
        }

        private String read(int field) {
            return this == FIELD ? "Settings.f" + field : "Settings.snapshot[" + field + "]";
        }
    }
}
