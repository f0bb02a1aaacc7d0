package com.acme.reads;

import com.acme.shell.Busy;
import com.acme.shell.Shell;
import io.reloadagent.api.Dynamic;
import java.util.function.Supplier;

/** Reads dynamic fields in every kind of place. */
public final class ReadsMain {

    private final Hidden hidden = new Hidden();
    private final Derived derived = new Derived();

    @Dynamic("reads.counter")
    private int counter = 1;

    /** Its private field is read by the enclosing class: before Java 11, through a method that the compiler makes. */
    private static final class Hidden {

        @Dynamic("reads.hidden")
        private int secret = 1;
    }

    private ReadsMain() {}

    public static void main(String[] args) throws Exception {
        new ReadsMain().run();
    }

    private void run() throws Exception {
        Busy busy = new Busy()
                .reading("lambda", () -> derived.inherited)
                .reading("anonymous", new Supplier<Integer>() {
                    @Override
                    public Integer get() {
                        return derived.inherited;
                    }
                })
                .reading("method reference", derived::inherited)
                .reading("constructor", () -> new InConstructor(derived).read())
                .reading("subclass static", ReadsMain::readThroughSubclass)
                .reading("private nested", () -> hidden.secret)
                .reading("interface constant", () -> Limits.LIMIT)
                .reading("default method", derived::twice)
                .reading("null", ReadsMain::readNull)
                .reading("counter", () -> counter)
                .begin();
        new Shell()
                .on("seenAll", words -> busy.seenAll())
                .on("seen", words -> busy.seen(words.get(0)))
                .on("initialise", words -> Frozen.AT_INITIALISATION)
                .on("add10", words -> counter += 10)
                .run();
    }

    private static int readThroughSubclass() {
        return Derived.inheritedStatic;
    }

    private static String readNull() {
        Derived nothing = nothing();
        try {
            return "read " + nothing.inherited;
        } catch (NullPointerException e) {
            return "NullPointerException";
        }
    }

    private static Derived nothing() {
        return null;
    }
}
