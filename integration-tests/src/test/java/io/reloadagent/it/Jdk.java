package io.reloadagent.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JDK that the tests start applications with.
 *
 * @param home its JAVA_HOME
 * @param version as it says itself: {@code 17.0.15}, {@code 1.8.0_504}
 */
record Jdk(Path home, String version) {

    private static final Pattern VERSION = Pattern.compile("version \"([^\"]+)\"");

    static Jdk at(Path home) {
        try {
            Process process = new ProcessBuilder(program(home, "java"), "-version")
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
            Matcher version = VERSION.matcher(output);
            if (!version.find()) {
                throw new IllegalArgumentException(home + " is no JAVA_HOME that works: " + output);
            }
            return new Jdk(home, version.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(home + " is no JAVA_HOME that works", e);
        }
    }

    /** 8, 17 or 25, for example. */
    int feature() {
        return Integer.parseInt(version.replaceFirst("^1\\.", "").replaceFirst("\\D.*", ""));
    }

    /** The path of one of its programs, which need not exist. */
    String program(String name) {
        return program(home, name);
    }

    boolean has(String program) {
        return Files.isExecutable(Path.of(program(program)));
    }

    private static String program(Path home, String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    @Override
    public String toString() {
        return "Java " + version;
    }
}
