package io.reloadagent.instrument;

import java.util.function.ToIntFunction;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Puts a call behind every read of a dynamic field, in a class that is too old for {@link ReadSites}. Needs neither class
 * constants nor frames, and so works for every version there has been.
 */
final class FilterCalls extends MethodVisitor {

    /** The instance is kept below the value, the number lies above it. */
    private static final int EXTRA_STACK = 2;

    /** The instruction that keeps the instance, or stands in for it. */
    private static final int INSTANCE_BYTES = 1;

    private final BridgeCalls bridge;
    private final Plan plan;
    private final ToIntFunction<FieldReference> numbers;
    private final MethodGrowth growth;
    private final SiteCount sites;

    /** Writes calls; {@code numbers} gives each field the number by which its filter is found. */
    FilterCalls(
            MethodVisitor next,
            BridgeCalls bridge,
            Plan plan,
            ToIntFunction<FieldReference> numbers,
            MethodGrowth growth,
            SiteCount sites) {
        super(Opcodes.ASM9, next);
        this.bridge = bridge;
        this.plan = plan;
        this.numbers = numbers;
        this.growth = growth;
        this.sites = sites;
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        FieldReference field = new FieldReference(owner, name, descriptor);
        boolean read = opcode == Opcodes.GETFIELD || opcode == Opcodes.GETSTATIC;
        if (!read || !plan.intercepts(field)) {
            super.visitFieldInsn(opcode, owner, name, descriptor);
            return;
        }
        super.visitInsn(opcode == Opcodes.GETFIELD ? Opcodes.DUP : Opcodes.ACONST_NULL);
        super.visitFieldInsn(opcode, owner, name, descriptor);
        growth.add(INSTANCE_BYTES + bridge.writeFilter(mv, descriptor, numbers.applyAsInt(field)));
        sites.add(field);
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        growth.end(mv);
        super.visitMaxs(maxStack + EXTRA_STACK, maxLocals);
    }
}
