package io.reloadagent.premain;

import java.lang.reflect.InvocationTargetException;

/** Where {@code java -jar reload-agent.jar} enters: hands over to the commands, which live in the agent's class loader. */
public final class CommandLine {

    private CommandLine() {}

    /**
     * Runs a command and ends the JVM with its exit code.
     *
     * @throws ReflectiveOperationException if the jar is damaged
     */
    public static void main(String[] arguments) throws Exception {
        try {
            Object exitCode = AgentLoader.of(AgentLoader.ownJar())
                    .loadClass("io.reloadagent.cli.ReloadAgentCommand")
                    .getMethod("run", String[].class)
                    .invoke(null, (Object) arguments);
            System.exit((Integer) exitCode);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("the command failed", e.getCause());
        }
    }
}
