package io.reloadagent.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A scan tells of a field")
class VerdictsTest {

    private static final String CONFIG = """
            package com.acme;
            public class PoolConfig {
                public static final int LIMIT = 100;
                static final int COMPUTED = Integer.getInteger("x", 3);
                private int maxSize;
                private long timeoutMillis;
                private String name;
                private int unused;
                private int hits;
                private java.util.List<String> hosts;
                private Object lock;
                final int fixed = 5;
                public int getMaxSize() { return maxSize; }
                public void setMaxSize(int maxSize) { this.maxSize = maxSize; }
                public Long getTimeoutMillis() { return timeoutMillis; }
                public String getName() { return name; }
                public int getUnused() { return unused; }
                public java.util.List<String> getHosts() { return hosts; }
                void hit() { hits = hits + 1; }
                int hits() { return hits; }
                @Override public String toString() { return name + unused; }
            }
            """;

    @TempDir
    Path directory;

    private ClassFacts scan(String... sources) throws IOException {
        String[] all = new String[sources.length + 1];
        all[0] = CONFIG;
        System.arraycopy(sources, 0, all, 1, sources.length);
        CompiledClasses compiled = CompiledClasses.of(directory, all);
        ScanResult result = Scan.of(Archive.of(List.of(compiled.directory())), List.of());
        assertThat(result.notes().skipped()).isEmpty();
        return result.candidates().stream()
                .filter(facts -> facts.name().equals("com.acme.PoolConfig"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName(
            "that it follows, with the classes that read it, also by its getter, a method reference and a subclass")
    void readers() throws IOException {
        ClassFacts config = scan(
                "package com.acme; class Sub extends PoolConfig { int twice() { return 2 * getMaxSize(); } }", """
                package com.acme;
                class Worker {
                    PoolConfig config;
                    Sub sub;
                    int work() { return config.getMaxSize() + sub.getMaxSize(); }
                    java.util.function.Function<PoolConfig, String> naming = PoolConfig::getName;
                    boolean slow(long nanos) { return nanos > config.getTimeoutMillis(); }
                    int hosts() { return config.getHosts().size() + config.hits(); }
                    int computed() { return PoolConfig.COMPUTED + PoolConfig.LIMIT; }
                }
                """);
        FieldFacts maxSize = config.field("maxSize");
        assertThat(maxSize.verdict()).isEqualTo(Verdict.FOLLOWS);
        assertThat(maxSize.readers().byClass())
                .containsOnly(java.util.Map.entry("com.acme.Worker", 2), java.util.Map.entry("com.acme.Sub", 1));
        assertThat(maxSize.isPoolSize()).isFalse();
        assertThat(maxSize.setter()).isEqualTo("setMaxSize");
        assertThat(config.field("name").verdict()).isEqualTo(Verdict.FOLLOWS);
        assertThat(config.field("timeoutMillis").verdict()).isEqualTo(Verdict.FOLLOWS);
        assertThat(config.field("hosts").verdict()).isEqualTo(Verdict.STRUCTURE);
        assertThat(config.field("COMPUTED").verdict()).isEqualTo(Verdict.FOLLOWS);
    }

    @Test
    @DisplayName("that it cannot follow as a compile-time constant, static or not, whoever uses it")
    void constants() throws IOException {
        ClassFacts config = scan("package com.acme; class User { int x = PoolConfig.LIMIT + new PoolConfig().fixed; }");
        assertThat(config.field("LIMIT").verdict()).isEqualTo(Verdict.CONSTANT);
        assertThat(config.field("fixed").verdict()).isEqualTo(Verdict.CONSTANT);
        assertThat(Remarks.of(config.field("LIMIT"))).contains("compile-time constant", "cannot follow");
    }

    @Test
    @DisplayName(
            "that nobody reads it, where it is only shown; that the class changes it itself; that no source has its type")
    void others() throws IOException {
        ClassFacts config = scan("package com.acme; class User { int x(PoolConfig c) { return c.hits(); } }");
        assertThat(config.field("unused").verdict()).isEqualTo(Verdict.UNREAD);
        assertThat(Remarks.of(config.field("unused"))).isEqualTo("nobody here reads it, or calls getUnused()");
        assertThat(config.field("hits").verdict()).isEqualTo(Verdict.STATE);
        assertThat(Remarks.of(config.field("hits"))).contains("hit()");
        assertThat(config.field("lock").verdict()).isEqualTo(Verdict.OBJECT);
    }

    @Test
    @DisplayName("that it is read once: by main, a static initialiser, and private methods that only those call")
    void start() throws IOException {
        ClassFacts config = scan("""
                package com.acme;
                class Main {
                    static final PoolConfig CONFIG = new PoolConfig();
                    static final long TIMEOUT = CONFIG.getTimeoutMillis();
                    public static void main(String[] args) {
                        start(CONFIG);
                        while (args.length == 0) {
                            System.out.println(CONFIG.getName());
                        }
                    }
                    private static void start(PoolConfig config) { System.out.println(config.getMaxSize()); }
                }
                """);
        assertThat(config.field("timeoutMillis").verdict()).isEqualTo(Verdict.START);
        assertThat(config.field("maxSize").verdict()).isEqualTo(Verdict.START);
        assertThat(Remarks.of(config.field("maxSize"))).contains("when Main starts", "no effect until a restart");
        assertThat(config.field("name").verdict()).as("in a loop of main").isEqualTo(Verdict.FOLLOWS);
    }

    @Test
    @DisplayName("that only constructors read it, but not if a lambda, a loop or another method does")
    void construction() throws IOException {
        ClassFacts config = scan("""
                package com.acme;
                class Pool {
                    private final int size;
                    Pool(PoolConfig config, int n) {
                        size = config.getMaxSize();
                        new Thread(() -> System.out.println(config.getTimeoutMillis())).start();
                        while (n > 0) {
                            System.out.println(config.getName());
                        }
                    }
                }
                """);
        assertThat(config.field("maxSize").verdict()).isEqualTo(Verdict.CONSTRUCTION);
        assertThat(Remarks.of(config.field("maxSize"))).contains("objects of Pool", "no effect on those that exist");
        assertThat(config.field("timeoutMillis").verdict()).isEqualTo(Verdict.FOLLOWS);
        assertThat(config.field("name").verdict()).isEqualTo(Verdict.FOLLOWS);
    }

    @Test
    @DisplayName("which setter hands its value on, and which only keeps it")
    void handlers() throws IOException {
        CompiledClasses compiled = CompiledClasses.of(directory, """
                package com.acme;
                public class WorkerPool {
                    private final java.util.concurrent.ThreadPoolExecutor executor = null;
                    private int maxThreads;
                    private int queueSize;
                    public void setMaxThreads(int maxThreads) {
                        this.maxThreads = maxThreads;
                        executor.setMaximumPoolSize(maxThreads);
                    }
                    public void setQueueSize(int queueSize) {
                        if (queueSize < 0) throw new IllegalArgumentException("negative");
                        this.queueSize = queueSize;
                    }
                    int both() { return maxThreads + queueSize; }
                }
                """);
        ClassFacts pool = Scan.of(Archive.of(List.of(compiled.directory())), List.of())
                .candidates()
                .get(0);
        assertThat(pool.reason()).isEqualTo(Reason.TUNABLE);
        assertThat(pool.field("maxThreads").handler()).isEqualTo("setMaxThreads");
        assertThat(pool.field("maxThreads").isPoolSize()).isTrue();
        assertThat(pool.field("queueSize").handler()).isNull();
        assertThat(pool.field("queueSize").setter()).isEqualTo("setQueueSize");
    }
}
