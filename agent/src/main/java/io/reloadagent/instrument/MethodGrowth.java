package io.reloadagent.instrument;

import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;

/** Measures how much the code of one method grows while it is written. Not thread-safe. */
final class MethodGrowth {

    /** HotSpot's {@code HugeMethodLimit}: a longer method is interpreted for ever. */
    private static final int COMPILED_BYTES = 8_000;

    private final MethodName method;
    private final OversizedMethods oversized;
    private int added;

    /** Begins to measure; {@code oversized} is told of the method if it turns out to have grown too much. */
    MethodGrowth(MethodName method, OversizedMethods oversized) {
        this.method = method;
        this.oversized = oversized;
    }

    void add(int bytes) {
        added += bytes;
    }

    /** To be called when all instructions are written: the writer knows the position of a label at once. */
    void end(MethodVisitor writer) {
        Label end = new Label();
        writer.visitLabel(end);
        if (end.getOffset() > COMPILED_BYTES && end.getOffset() - added <= COMPILED_BYTES) {
            oversized.add(method, "the 8,000 bytes that HotSpot compiles");
        }
    }
}
