package io.reloadagent.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.time.Instant;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LogTest {

    private final CapturedLog captured = new CapturedLog(Level.INFO);
    private final Log log = captured.log();

    @Test
    @DisplayName("a message is one line with time, level and text")
    void oneLine() {
        log.info("version {} of {}", 7, "app.yaml");

        assertThat(captured.lines())
                .singleElement()
                .satisfies(
                        line -> assertThat(line)
                                .matches(
                                        "\\[reload-agent] \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z INFO version 7 of app\\.yaml"));
    }

    @Test
    @DisplayName("the time is that of UTC, with all its digits")
    void time() {
        for (long millis : new long[] {0, 7, 59_999, 1_700_000_040_000L, 4_102_444_800_123L, -1}) {
            assertThat(Log.time(millis))
                    .isEqualTo(new DateTimeFormatterBuilder()
                            .appendInstant(3)
                            .toFormatter()
                            .format(Instant.ofEpochMilli(millis)));
        }
    }

    @Test
    @DisplayName("a message below the level is not written, and the level changes at run time")
    void level() {
        log.debug("hidden");
        log.setLevel(Level.DEBUG);
        log.debug("shown");
        log.trace("hidden");
        log.setLevel(Level.ERROR);
        log.warn("hidden");
        log.error("shown");

        assertThat(captured.text()).doesNotContain("hidden");
        assertThat(captured.lines()).hasSize(2);
        assertThat(log.isEnabled(Level.WARN)).isFalse();
    }

    @Test
    @DisplayName("placeholders are literal where no argument is left, and nothing but {} is special")
    void placeholders() {
        log.info("{} and {} and {}", "{}", null);
        log.info("100 % of %s {0}");

        assertThat(captured.lines().get(0)).endsWith("INFO {} and null and {}");
        assertThat(captured.lines().get(1)).endsWith("INFO 100 % of %s {0}");
    }

    @Test
    @DisplayName("control characters are escaped in format, arguments and exception messages: no line can be forged")
    void escapes() {
        log.info("a\r\n{}", "b\u001b[31m\u007f\u0085\u2028\u2029\t\0");
        log.warn("no", new IllegalStateException("x\n[reload-agent] forged"));
        log.info("bidi \u202e zero width \u200b lone surrogate \ud800 tag \udb40\udc01 fine \u00e9\ud83d\ude00");

        assertThat(captured.lines()).hasSize(3);
        assertThat(captured.lines().get(0)).endsWith("INFO a\\r\\nb\\u001b[31m\\u007f\\u0085\\u2028\\u2029\\t\\u0000");
        assertThat(captured.lines().get(1))
                .endsWith("WARN no: java.lang.IllegalStateException: x\\n[reload-agent] forged");
        assertThat(captured.lines().get(2))
                .endsWith(
                        "bidi \\u202e zero width \\u200b lone surrogate \\ud800 tag \\udb40\\udc01 fine \u00e9\ud83d\ude00");
    }

    @Test
    @DisplayName("a throwable is described with its causes, and with its stack trace only at debug")
    void throwable() {
        Exception failure = new IllegalStateException("outer", new java.io.IOException("inner"));
        log.error("cannot start", failure);
        log.setLevel(Level.DEBUG);
        log.error("cannot start {}", "it", failure);

        assertThat(captured.lines().get(0))
                .endsWith("ERROR cannot start: java.lang.IllegalStateException: outer,"
                        + " caused by java.io.IOException: inner");
        assertThat(captured.lines().get(1)).contains("cannot start it: java.lang.IllegalStateException");
        assertThat(captured.lines()).hasSizeGreaterThan(4).allMatch(line -> line.startsWith("[reload-agent] "));
        assertThat(captured.text()).contains("    at " + LogTest.class.getName());
    }

    @Test
    @DisplayName("never throws, whatever argument and stream do")
    void neverThrows() {
        log.info("{}", new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("no text");
            }
        });
        log.info(null, (Object) null);
        log.info("x", (Object[]) null);
        new Log(Level.INFO, new PrintStream(System.out) {
                    @Override
                    public void println(String line) {
                        throw new IllegalStateException("closed");
                    }
                })
                .error("lost");

        assertThat(captured.lines().get(0)).contains("its toString failed: java.lang.IllegalStateException");
    }

    @Test
    @DisplayName("lines of several threads do not mix")
    void threads() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            String text = String.valueOf((char) ('a' + t)).repeat(200);
            threads.add(new Thread(() -> {
                for (int i = 0; i < 200; i++) {
                    log.info(text);
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(captured.lines()).hasSize(800).allMatch(line -> line.matches(".* INFO (a+|b+|c+|d+)"));
    }
}
