package io.reloadagent.it;

import java.io.File;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** The JDKs to test on: the one of the build, and each JAVA_HOME that {@value #VARIABLE} lists. */
final class TestJdks {

    static final String VARIABLE = "RELOAD_AGENT_TEST_JDKS";

    private static final List<Integer> WANTED = List.of(8, 11, 17, 21, 25);
    private static final List<Jdk> ALL = find(System.getenv(VARIABLE));

    private TestJdks() {}

    /** For {@link OnEveryJdk}. */
    static Stream<Jdk> all() {
        return ALL.stream();
    }

    /** For {@link OnOldestAndNewest}. */
    static Stream<Jdk> oldestAndNewest() {
        Comparator<Jdk> age = Comparator.comparingInt(Jdk::feature);
        return Stream.of(ALL.get(0), Collections.min(ALL, age), Collections.max(ALL, age))
                .distinct();
    }

    /** For {@link OnEveryModernJdk}. */
    static Stream<Jdk> modern() {
        return all().filter(jdk -> jdk.feature() >= 17);
    }

    /** For {@link InEveryMode}. */
    static Stream<Arguments> inEveryMode() {
        return all().flatMap(jdk ->
                Stream.of(JvmMode.values()).filter(mode -> mode.isOf(jdk)).map(mode -> Arguments.of(jdk, mode)));
    }

    /** For {@link InEveryFormat}. */
    static Stream<Arguments> inEveryFormat() {
        return oldestAndNewest()
                .flatMap(jdk -> Stream.of(SourceFormat.values()).map(format -> Arguments.of(jdk, format)));
    }

    /** For {@link InEveryFormatOnce}. */
    static Stream<Arguments> inEveryFormatOnce() {
        Jdk ofBuild = ALL.get(0);
        return Stream.concat(
                Stream.of(SourceFormat.values()).map(format -> Arguments.of(ofBuild, format)),
                oldestAndNewest().skip(1).map(jdk -> Arguments.of(jdk, SourceFormat.YAML)));
    }

    private static List<Jdk> find(String homes) {
        Stream<String> listed =
                homes == null || homes.isEmpty() ? Stream.empty() : Stream.of(homes.split(File.pathSeparator));
        List<Jdk> found = Stream.concat(Stream.of(System.getProperty("java.home")), listed)
                .map(home -> Jdk.at(Path.of(home)))
                .distinct()
                .toList();
        TreeSet<Integer> skipped = new TreeSet<>(WANTED);
        found.forEach(jdk -> skipped.remove(jdk.feature()));
        System.out.println("Integration tests run on " + found
                + (skipped.isEmpty() ? "" : "; skipped: Java " + skipped + ", list their JAVA_HOMEs in " + VARIABLE));
        found.forEach(TestJdks::sayMissingModes);
        return found;
    }

    private static void sayMissingModes(Jdk jdk) {
        Stream.of(JvmMode.values())
                .filter(mode -> !mode.isOf(jdk))
                .forEach(mode -> System.out.println("Skipped on " + jdk + ", which has none: " + mode));
    }
}
