package io.reloadagent.premain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JdkToolTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdk.compiler/com.sun.tools.javac.Main -version",
                "com.sun.tools.javac.Main Foo.java",
                "jdk.jcmd/sun.tools.jcmd.JCmd",
                "sun.tools.jps.Jps -l",
                "java.base/sun.security.tools.keytool.Main -list",
                "sun.security.tools.keytool.Main",
                "jdk.jshell/jdk.internal.jshell.tool.JShellToolProvider",
                "jdk.httpserver/sun.net.httpserver.simpleserver.Main",
                "java.rmi/sun.rmi.registry.RegistryImpl",
                "sun.jvmstat.Tool"
            })
    void toolsOfTheJdkAreRecognised(String command) {
        assertThat(JdkTool.isRunning(command)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.acme.Main",
                "com.acme/com.acme.Main --server",
                "app.jar",
                "/opt/acme/app.jar jdk.compiler/com.sun.tools.javac.Main",
                "jdk.something.jar",
                "sun.tools.jar serve",
                "lib/jdk.acme.jar",
                "com.sunshine.Main",
                "sunny.tools.Main",
                "jdkman.Main",
                ""
            })
    void applicationsAreNotTakenForTools(String command) {
        assertThat(JdkTool.isRunning(command)).isFalse();
    }

    @ParameterizedTest
    @DisplayName("an application that is run from its source file is an application")
    @ValueSource(
            strings = {
                "jdk.compiler/com.sun.tools.javac.launcher.Main Server.java",
                "jdk.compiler/com.sun.tools.javac.launcher.SourceLauncher Server.java"
            })
    void sourceLauncher(String command) {
        assertThat(JdkTool.isRunning(command)).isFalse();
    }

    @Test
    void anUnknownCommandIsAnApplication() {
        assertThat(JdkTool.isRunning(null)).isFalse();
    }
}
