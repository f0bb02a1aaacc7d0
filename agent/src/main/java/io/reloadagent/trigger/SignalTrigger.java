package io.reloadagent.trigger;

import io.reloadagent.reload.Request;
import io.reloadagent.reload.Trigger;
import io.reloadagent.report.Log;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.Future;

/**
 * Reloads when the process gets a signal. The JDK has no documented way to that: {@code sun.misc.Signal} is asked for by reflection, and
 * where it is not, or the signal is the JVM's own, the log says so and everything else of the agent goes on. A handler that was there before
 * is called as well, and put back at the end. Thread-safe.
 */
public final class SignalTrigger implements AutoCloseable {

    private final String name;
    private final Operations operations;
    private final Log log;

    /** Null while it is not installed. */
    private volatile Object handler;

    /** What was there before; what the JDK gave. */
    private volatile Object earlier;

    /** @param name the setting {@code reload.signal}, without {@code SIG}; empty: {@link #start} does nothing */
    public SignalTrigger(String name, Operations operations, Log log) {
        this.name = name;
        this.operations = operations;
        this.log = log;
    }

    /** Takes the signal, or says in the log why not. Does nothing if it has it already. */
    public synchronized void start() {
        if (name.isEmpty() || handler != null) {
            return;
        }
        try {
            Class<?> type = Class.forName("sun.misc.SignalHandler");
            InvocationHandler calls = this::called;
            handler = Proxy.newProxyInstance(SignalTrigger.class.getClassLoader(), new Class<?>[] {type}, calls);
            earlier = handle(handler);
            if (name.equals("HUP") && earlier == type.getField("SIG_IGN").get(null)) {
                log.warn("reload.signal is off: this process ignores SIGHUP, as whatever nohup starts does");
            } else {
                log.info("signal SIG{} reloads", name);
            }
        } catch (InvocationTargetException refused) {
            handler = null;
            log.warn(
                    "reload.signal is off: {}; choose another one",
                    refused.getCause().getMessage());
        } catch (ReflectiveOperationException | RuntimeException | LinkageError missing) {
            handler = null;
            log.warn("reload.signal is off: this JVM has no sun.misc.Signal ({})", missing.toString());
        }
    }

    /** Sets the handler; returns the one before. */
    private Object handle(Object next) throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Method handle = signal.getMethod("handle", signal, Class.forName("sun.misc.SignalHandler"));
        return handle.invoke(null, signal.getConstructor(String.class).newInstance(name), next);
    }

    /** On a thread that the JDK has made for this signal. */
    private Object called(Object proxy, Method method, Object... arguments) throws Throwable {
        switch (method.getName()) {
            case "equals":
                return proxy == arguments[0];
            case "hashCode":
                return System.identityHashCode(proxy);
            case "toString":
                return "handler of SIG" + name;
            default:
                raised(method, arguments[0]);
                return null;
        }
    }

    private void raised(Method method, Object signal) throws Throwable {
        if (handler != null) {
            reload();
        }
        if (isHandler(earlier)) {
            try {
                method.invoke(earlier, signal);
            } catch (InvocationTargetException failed) {
                throw failed.getCause(); // as if this one were not there
            }
        }
    }

    /** How it ends is told by the log. */
    private void reload() {
        log.info("Reload requested by signal from SIG{}", name);
        try {
            Future<?> unused = operations.reload(Request.of(Trigger.SIGNAL, "SIG" + name, null));
        } catch (RuntimeException refused) {
            log.warn("SIG{} reloads nothing: {}", name, refused.getMessage());
        }
    }

    /** Not what stands for the system's default, which ends the process, and for nothing at all. */
    private static boolean isHandler(Object handler) throws ReflectiveOperationException {
        Class<?> type = Class.forName("sun.misc.SignalHandler");
        return handler != null
                && handler != type.getField("SIG_DFL").get(null)
                && handler != type.getField("SIG_IGN").get(null)
                && !handler.getClass().getName().startsWith("sun.misc.")
                && !handler.getClass().getName().startsWith("java.lang.");
    }

    /** Gives the signal back, unless somebody has taken it since. Closing again does nothing; it can be started again. */
    @Override
    public synchronized void close() {
        if (handler == null) {
            return;
        }
        try {
            Object last = handle(earlier);
            if (last != handler) {
                handle(last);
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            log.warn("SIG{} cannot be given back: {}", name, e.toString());
        }
        handler = null;
    }
}
