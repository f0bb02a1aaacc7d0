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
 * Writes and compiles an application: a class with as many fields as asked for, and for each field a method that reads it in
 * as many places as asked for. In a second form the same reads go to a volatile snapshot, as hand-written code would have it.
 */
public final class HotReaders {

    private static final String PACKAGE = "hot";

    private HotReaders() {}

    /** Takes a directory for the classes, how many fields, and in how many places each is read. */
    public static void main(String[] arguments) throws IOException {
        Path directory = Files.createDirectories(Path.of(arguments[0]));
        int fields = Integer.parseInt(arguments[1]);
        int sites = Integer.parseInt(arguments[2]);
        Path sources = Files.createTempDirectory("hot-readers");
        List<String> files = new ArrayList<>();
        files.add(write(sources, "Settings", settings(fields)));
        for (Form form : Form.values()) {
            for (int field = 0; field < fields; field++) {
                files.add(write(sources, form.readerName(field), reader(form, field, sites)));
            }
        }
        List<String> options = Stream.concat(
                        Stream.of("-d", directory.toString(), "-proc:none"), files.stream())
                .toList();
        int failed = ToolProvider.getSystemJavaCompiler().run(null, null, null, options.toArray(String[]::new));
        if (failed != 0) {
            throw new IllegalStateException("the readers do not compile");
        }
        Files.writeString(directory.resolve("fields"), Integer.toString(fields));
    }

    private static String write(Path sources, String name, String text) {
        try {
            return Files.writeString(sources.resolve(name + ".java"), "package " + PACKAGE + ";\n" + text)
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String settings(int fields) {
        return IntStream.range(0, fields)
                .mapToObj(field -> "    static int f" + field + " = 1;\n")
                .collect(Collectors.joining(
                        "",
                        "public final class Settings {\n    public static volatile int[] snapshot = new int[" + fields
                                + "];\n",
                        "}\n"));
    }

    /** Each read goes into the next step of a calculation, so that no two can be merged. */
    private static String reader(Form form, int field, int sites) {
        String step = "        x = (x * 31 + " + form.read(field) + ") ^ (x >>> 7);\n";
        return "public final class " + form.readerName(field) + " implements java.util.function.IntUnaryOperator {\n"
                + "    @Override\n    public int applyAsInt(int x) {\n"
                + step.repeat(sites)
                + "        return x;\n    }\n}\n";
    }

    /** How a reader reads. */
    enum Form {
        FIELD,
        SNAPSHOT;

        String readerName(int field) {
            return (this == FIELD ? "Reader" : "SnapshotReader") + field;
        }

        /** The reader's class, loaded from where this class was. */
        String className(int field) {
            return PACKAGE + "." + readerName(field);
        }

        private String read(int field) {
            return this == FIELD ? "Settings.f" + field : "Settings.snapshot[" + field + "]";
        }
    }
}
