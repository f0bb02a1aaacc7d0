package io.reloadagent.benchmarks.loading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The application of the loading benchmark: loads and links the classes of a list, and reads the fields of three more,
 * which are dynamic. Prints how long loading took, and what it read.
 */
public final class LoadingMain {

    private LoadingMain() {}

    /** The file with the classes' names; {@code annotated} or {@code plain} for the three. */
    public static void main(String[] arguments) throws IOException, ClassNotFoundException {
        List<String> names = Files.readAllLines(Path.of(arguments[0]));
        long begin = System.nanoTime();
        int constructors = 0;
        for (String name : names) {
            constructors += load(name);
        }
        int read = arguments[1].equals("annotated") ? AnnotatedReader.sum() : PlainReader.sum();
        long millis = (System.nanoTime() - begin) / 1_000_000;
        System.out.println(
                names.size() + " classes with " + constructors + " constructors in " + millis + " ms, read " + read);
    }

    /**
     * Has the JVM load, verify and link a class, as it does with one that is used, but not initialise it: that runs the
     * library's code.
     *
     * @return the number of its constructors
     */
    static int load(String name) throws ClassNotFoundException {
        return Class.forName(name, false, LoadingMain.class.getClassLoader()).getDeclaredConstructors().length;
    }
}
