package io.reloadagent.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A scan's candidates")
class CandidatesTest {

    private static final String SPRING = """
            package org.springframework.boot.context.properties;
            import java.lang.annotation.*;
            @Retention(RetentionPolicy.RUNTIME)
            public @interface ConfigurationProperties { String prefix() default ""; String value() default ""; }
            """;

    private static final String VALUE = """
            package org.springframework.beans.factory.annotation;
            import java.lang.annotation.*;
            @Retention(RetentionPolicy.RUNTIME)
            public @interface Value { String value(); }
            """;

    @TempDir
    Path directory;

    private ScanResult scan(String... sources) throws IOException {
        CompiledClasses compiled = CompiledClasses.of(directory, sources);
        return Scan.of(Archive.of(List.of(compiled.directory())), List.of());
    }

    @Test
    @DisplayName("are annotated, named like a configuration, shaped like one, or have settings; in this order")
    void ranked() throws IOException {
        ScanResult result = scan(
                SPRING,
                VALUE,
                """
                package com.acme;
                @org.springframework.boot.context.properties.ConfigurationProperties(prefix = "mail")
                public class Mail { private String host; public String getHost() { return host; } }
                """,
                "package com.acme; class Bean { @org.springframework.beans.factory.annotation.Value(\"${a.b:1}\") int b; }",
                "package com.acme; class OrderSettings { int size = Integer.getInteger(\"x\"); }",
                """
                package com.acme;
                class Knobs {
                    private int poolSize; private long timeout; private String host;
                    int getPoolSize() { return poolSize; } long getTimeout() { return timeout; } String getHost() { return host; }
                }
                """,
                """
                package com.acme;
                class Server {
                    private int maxConnections; private int timeout; private Object a, b, c, d;
                    void setMaxConnections(int n) { maxConnections = n; } void setTimeout(int n) { timeout = n; }
                    void run() {} void stop() {} void accept() {} void close() {}
                    int use() { return maxConnections + timeout; }
                }
                """,
                """
                package com.acme;
                class User {
                    int use(Mail m, Bean b, OrderSettings o, Knobs k) {
                        return m.getHost().length() + b.b + o.size + k.getPoolSize() + (int) k.getTimeout() + k.getHost().length();
                    }
                }
                """,
                "package com.acme; class OrderRequest { public int size, limit, max; }",
                "package com.acme; class Person { private String name; public String getName() { return name; } }",
                "package com.acme; class BadConfigException extends RuntimeException { int size = hashCode(); }");
        assertThat(result.candidates())
                .extracting(facts -> facts.simpleName() + " " + facts.reason().name())
                .containsExactly(
                        "Bean ANNOTATED", "Mail ANNOTATED", "OrderSettings NAMED", "Knobs SHAPED", "Server TUNABLE");
        assertThat(result.frameworks()).containsExactly("spring");
        assertThat(result.candidates().get(1).mark()).hasToString("@ConfigurationProperties(\"mail\")");
        assertThat(result.candidates().get(0).field("b").mark().text()).isEqualTo("${a.b:1}");
    }

    @Test
    @DisplayName(
            "become rules: what follows, with the reason for what does not, setters that hand on, and the annotations to adopt")
    void rules() throws IOException {
        ScanResult result = scan(
                SPRING,
                """
                package com.acme;
                @org.springframework.boot.context.properties.ConfigurationProperties("mail")
                public class Mail { private String host; public String getHost() { return host; } }
                """,
                """
                package com.acme;
                public class PoolConfig {
                    static final int LIMIT = 5;
                    private int maxThreads, on, start;
                    private java.util.concurrent.ThreadPoolExecutor pool;
                    public void setMaxThreads(int n) { maxThreads = n; pool.setMaximumPoolSize(n); }
                    int use() { return maxThreads + on; }
                    int getStart() { return start; }
                }
                """,
                "package com.acme.other; public class PoolConfig { int size; int use() { return size + 1; } }",
                """
                package com.acme;
                class Main {
                    public static void main(String[] args) {
                        System.out.println(new PoolConfig().getStart() + new Mail().getHost());
                    }
                }
                """);
        List<String> lines = RulesFile.of(result, "app.jar");
        assertThat(lines)
                .contains(
                        "adopt: [spring]",
                        "#   com.acme.Mail  @ConfigurationProperties(\"mail\")",
                        "  - class: com.acme.PoolConfig   # named like a configuration",
                        "    prefix: pool",
                        "      - maxThreads   # int, read by PoolConfig",
                        "      - \"on\"   # int, read by PoolConfig",
                        "  - class: com.acme.other.PoolConfig   # named like a configuration",
                        "    prefix: other.pool",
                        "#   - {path: pool.maxThreads, class: com.acme.PoolConfig, method: setMaxThreads}")
                .anyMatch(line -> line.startsWith("      # not LIMIT: a compile-time constant"))
                .anyMatch(line -> line.startsWith("      # not start: read once, when Main starts"))
                .noneMatch(line -> line.contains("class: com.acme.Mail"));
    }
}
