package io.reloadagent.instrument;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.concurrent.CountDownLatch;

/** Notices when the application's first class is loaded: its {@code main} is about to run. Changes nothing. */
public final class FirstClass implements ClassFileTransformer {

    private final CountDownLatch loaded = new CountDownLatch(1);
    private final ClassLoader agentLoader = FirstClass.class.getClassLoader();
    private final Instrumentation instrumentation;

    /** Written by the thread that loads the first class, before the latch opens; read behind it. */
    private volatile String name;

    private FirstClass(Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
    }

    /** Begins to look out. */
    public static FirstClass of(Instrumentation instrumentation) {
        FirstClass first = new FirstClass(instrumentation);
        instrumentation.addTransformer(first);
        return first;
    }

    /** Waits for it and returns its name, {@code com.acme.Main}. */
    public String await() throws InterruptedException {
        loaded.await();
        instrumentation.removeTransformer(this);
        return name;
    }

    /** Returns null, as the interface asks, for a class that stays as it is. */
    @Override
    public byte[] transform(
            ClassLoader loader, String className, Class<?> redefined, ProtectionDomain domain, byte[] bytes) {
        if (loaded.getCount() > 0
                && loader != null
                && loader != agentLoader
                && className != null
                && !JdkClasses.includes(className)) {
            name = className.replace('/', '.');
            loaded.countDown();
        }
        return null;
    }
}
