package io.reloadagent.benchmarks.loading;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;

/** What every agent costs that sees the classes which are loaded: it has a look at none. */
public final class EmptyAgent implements ClassFileTransformer {

    private EmptyAgent() {}

    /** Called by the JVM. */
    public static void premain(String arguments, Instrumentation instrumentation) {
        instrumentation.addTransformer(new EmptyAgent(), true);
    }

    @Override
    public byte[] transform(
            ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] bytes) {
        return null;
    }
}
