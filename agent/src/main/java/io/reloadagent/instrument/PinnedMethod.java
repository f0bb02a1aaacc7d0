package io.reloadagent.instrument;

import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Has the thread see one version from the first instruction of a method to the last, however it ends. The pin is kept in a
 * local variable of its own, the last one. Needs expanded frames.
 */
final class PinnedMethod extends MethodVisitor {

    private static final String PIN = "java/lang/AutoCloseable";
    private static final String THROWABLE = "java/lang/Throwable";

    private final BridgeCalls bridge;
    private final int pin;
    private final boolean frames;
    private final Label begin = new Label();

    /** Rewrites a method that has {@code locals} local variables; {@code frames} tells whether its class has frames. */
    PinnedMethod(MethodVisitor next, BridgeCalls bridge, int locals, boolean frames) {
        super(Opcodes.ASM9, next);
        this.bridge = bridge;
        this.pin = locals;
        this.frames = frames;
    }

    @Override
    public void visitCode() {
        super.visitCode();
        bridge.writePin(mv);
        mv.visitVarInsn(Opcodes.ASTORE, pin);
        mv.visitLabel(begin);
    }

    @Override
    public void visitInsn(int opcode) {
        if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
            writeUnpin();
        }
        super.visitInsn(opcode);
    }

    private void writeUnpin() {
        mv.visitVarInsn(Opcodes.ALOAD, pin);
        bridge.writeUnpin(mv);
    }

    @Override
    public void visitFrame(int type, int count, Object[] local, int stackCount, Object[] stack) {
        Object[] locals = FrameLocals.with(local, count, pin, PIN);
        super.visitFrame(type, locals.length, locals, stackCount, stack);
    }

    /** The handler comes last, behind those of the method itself. */
    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        Label end = new Label();
        mv.visitLabel(end);
        mv.visitTryCatchBlock(begin, end, end, null);
        if (frames) {
            Object[] locals = FrameLocals.alone(pin, PIN);
            mv.visitFrame(Opcodes.F_NEW, locals.length, locals, 1, new Object[] {THROWABLE});
        }
        writeUnpin();
        mv.visitInsn(Opcodes.ATHROW);
        super.visitMaxs(Math.max(maxStack, 1) + 1, maxLocals + 1);
    }
}
