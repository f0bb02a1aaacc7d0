package io.reloadagent.instrument;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;

/** Notices when a class of the JDK is loaded. Changes nothing. */
public final class ClassLoading implements ClassFileTransformer {

    private final CountDownLatch loaded = new CountDownLatch(1);
    private final Instrumentation instrumentation;
    private final String className;

    private ClassLoading(Instrumentation instrumentation, String className) {
        this.instrumentation = instrumentation;
        this.className = className;
    }

    /** Begins to look out for a class, {@code com/sun/jmx/mbeanserver/JmxMBeanServer}; it may be loaded already. */
    public static ClassLoading of(Instrumentation instrumentation, String className) {
        ClassLoading loading = new ClassLoading(instrumentation, className);
        instrumentation.addTransformer(loading);
        return loading;
    }

    /** Waits until the class is loaded, and ends looking out for it, even if the thread is interrupted. */
    public void await() throws InterruptedException {
        String dotted = className.replace('/', '.');
        try {
            if (Arrays.stream(instrumentation.getAllLoadedClasses())
                    .noneMatch(type -> type.getName().equals(dotted))) {
                loaded.await();
            }
        } finally {
            instrumentation.removeTransformer(this);
        }
    }

    /** Returns null, as the interface asks, for a class that stays as it is. */
    @Override
    public byte[] transform(
            ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] bytes) {
        if (className.equals(name)) {
            loaded.countDown();
        }
        return null;
    }
}
