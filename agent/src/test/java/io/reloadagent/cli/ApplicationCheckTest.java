package io.reloadagent.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.reloadagent.scan.CompiledClasses;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A check against an application")
class ApplicationCheckTest {

    private static final String SPRING = """
            package org.springframework.boot.context.properties;
            import java.lang.annotation.*;
            @Retention(RetentionPolicy.RUNTIME)
            public @interface ConfigurationProperties { String prefix() default ""; String value() default ""; }
            """;

    @TempDir
    Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private String jar;

    @BeforeEach
    void compile() throws IOException {
        jar = CompiledClasses.of(
                        Files.createDirectory(directory.resolve("classes")),
                        SPRING,
                        "package com.acme; class Base { int timeout; int base() { return timeout + 1; } }",
                        """
                        package com.acme;
                        class PoolConfig extends Base {
                            int size; long maxBytes; java.time.Duration wait; String name; int unread; int start;
                            int calls; char[] password;
                            void call() { calls = calls + 1; }
                            long use() { return size + maxBytes + wait.toMillis() + name.length() + calls + password.length; }
                            void setSize(int size) { this.size = size; }
                        }
                        """,
                        """
                        package com.acme;
                        @org.springframework.boot.context.properties.ConfigurationProperties("mail")
                        class Mail { String sender; }
                        """,
                        "package com.acme; class Main { public static void main(String[] a) { new PoolConfig().start++; } }")
                .jar(directory.resolve("app.jar"))
                .toString();
    }

    private int check(String source, String... configuration) throws IOException {
        Files.writeString(directory.resolve("app.yaml"), source);
        List<String> lines = new ArrayList<>(List.of("sources: [{file: app.yaml}]"));
        lines.addAll(List.of(configuration));
        Path file = Files.write(directory.resolve("reload.yaml"), lines);
        return ReloadAgentCommand.run(
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                "check",
                file.toString(),
                "--app",
                jar);
    }

    @Test
    @DisplayName(
            "accepts what fits, amounts of data and each instance's paths included, and says against what it was checked")
    void good() throws IOException {
        int exit = check(
                "pool: {max-bytes: 10MB, wait: 5s, name: a}\npools: {orders: {size: 4}}",
                "dynamic:",
                "- {class: com.acme.PoolConfig, prefix: 'pools.${name}', fields: [size]}",
                "- {class: com.acme.PoolConfig, prefix: pool, fields: {maxBytes: {path: max-bytes, as: size}, wait: wait, name: name}}");
        assertThat(err.toString(UTF_8)).isEmpty();
        assertThat(exit).isZero();
        assertThat(out.toString(UTF_8))
                .contains("checked against app.jar, 5 classes")
                .doesNotContain("not checked");
    }

    @Test
    @DisplayName("refuses values that do not fit the types, wherever an instance may follow them, and shows no secret")
    void values() throws IOException {
        int exit = check(
                "pools: {orders: {size: ten}}\npool: {wait: 5x, password: [s3cret]}",
                "dynamic:",
                "- {class: com.acme.PoolConfig, prefix: 'pools.${name}', fields: [size]}",
                "- {class: com.acme.PoolConfig, prefix: pool, fields: [wait, password]}");
        assertThat(exit).isEqualTo(1);
        assertThat(err.toString(UTF_8))
                .contains("app.yaml:1:24 pools.orders.size: expected an int, found 'ten'")
                .contains("app.yaml:2:14 pool.wait: expected a duration")
                .contains("pool.password: expected a text")
                .doesNotContain("s3cret");
    }

    @Test
    @DisplayName("says which superclass declares a field, and which fields would be changed in vain")
    void inVain() throws IOException {
        int exit = check(
                "timeout: 1\nunread: 1\ncalls: 1\nstart: 1",
                "dynamic:",
                "- {class: com.acme.PoolConfig, fields: [timeout, unread, calls, start]}");
        assertThat(exit).isEqualTo(1);
        assertThat(err.toString(UTF_8))
                .contains(
                        "reload.yaml:3:41 com.acme.PoolConfig inherits the field 'timeout' from com.acme.Base: a rule covers"
                                + " what its class declares")
                .contains("reload.yaml:3:50 com.acme.PoolConfig.unread: nobody here reads it")
                .contains("com.acme.PoolConfig.calls: changed by the class itself, in call(): a state")
                .contains("com.acme.PoolConfig.start: read once, when Main starts");
    }

    @Test
    @DisplayName("knows the keys of adopted annotations, if they are adopted")
    void adopted() throws IOException {
        assertThat(check("mail: {sender: a}", "adopt: [spring]")).isZero();
        assertThat(err.toString(UTF_8)).isEmpty();
        assertThat(check("mail: {sendr: a}", "adopt: [spring]")).isZero();
        assertThat(err.toString(UTF_8)).contains("mail.sendr: no field would follow it; did you mean mail.sender?");
        assertThat(check("mail: {sender: a}")).isZero();
        assertThat(err.toString(UTF_8)).contains("warning: 1 key that no field would follow: mail.sender");
    }

    @Test
    @DisplayName("says that the application cannot be read")
    void unreadable() throws IOException {
        jar = directory.resolve("nowhere.jar").toString();
        assertThat(check("a: 1")).isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("nowhere.jar: there is no such file or directory");
    }
}
