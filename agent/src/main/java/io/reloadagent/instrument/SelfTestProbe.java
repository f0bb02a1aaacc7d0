package io.reloadagent.instrument;

import java.util.function.IntSupplier;

/** The class that the self-test has rewritten: defined anew, in a class loader that sees the JDK only. */
public final class SelfTestProbe implements IntSupplier {

    /** Not final, so that the compiler copies it nowhere. */
    private int selfTestValue;

    /** For the self-test. */
    public SelfTestProbe() {
        selfTestValue = SelfTest.OWN;
    }

    /** The field, by a read that is rewritten. */
    @Override
    public int getAsInt() {
        return selfTestValue;
    }
}
