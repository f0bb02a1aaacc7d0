package io.reloadagent.source.kind;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import io.reloadagent.source.Quoted;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The variables of the environment as the C library has them now, native code's changes included. {@link System#getenv()} is a copy
 * that the JVM made when it started. Thread-safe as far as the C library is: it does not guard those who read while others change it.
 */
public final class NativeEnvironment implements Supplier<Map<String, String>> {

    /** Of the C library. */
    private final NativeLibrary process;

    private NativeEnvironment(NativeLibrary process) {
        this.process = process;
    }

    /**
     * Opens the C library of this process.
     *
     * @throws UnsupportedOperationException if that is not possible, with the reason
     */
    public static NativeEnvironment open() {
        try {
            if (Platform.isWindows()) {
                throw new UnsupportedOperationException("the native one cannot be read on Windows");
            }
            NativeEnvironment environment = new NativeEnvironment(NativeLibrary.getProcess());
            environment.get();
            return environment;
        } catch (LinkageError e) {
            // No native part for this platform, none that can be unpacked, or the application's settings for its own
            // copy of JNA.
            throw new UnsupportedOperationException("JNA cannot be used, " + Quoted.oneLine(e.toString(), 200), e);
        }
    }

    @Override
    public Map<String, String> get() {
        Map<String, String> variables = new HashMap<>();
        Pointer environ = environ();
        String[] entries = environ == null ? new String[0] : environ.getStringArray(0, "UTF-8");
        for (String entry : entries) {
            int equals = entry.indexOf('=');
            if (equals > 0) {
                variables.putIfAbsent(entry.substring(0, equals), entry.substring(equals + 1));
            }
        }
        return Collections.unmodifiableMap(variables);
    }

    private Pointer environ() {
        Pointer variable = Platform.isMac()
                ? process.getFunction("_NSGetEnviron").invokePointer(new Object[0])
                : process.getGlobalVariableAddress("environ");
        return variable.getPointer(0);
    }
}
