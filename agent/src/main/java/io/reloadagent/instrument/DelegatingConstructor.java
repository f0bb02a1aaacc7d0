package io.reloadagent.instrument;

import java.util.List;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * A constructor in a class where some call others and then go on: it reports its object only if none of them called it.
 * The caller says so right before the call, and what is called asks first thing and keeps the answer in a local variable
 * of its own, the last one. Needs expanded frames.
 */
final class DelegatingConstructor extends ModuleConstructor {

    private final BridgeCalls bridge;
    private final String className;
    private final int answer;
    private final DelegatingCall delegation;

    /** Rewrites a constructor that has {@code locals} local variables. */
    DelegatingConstructor(MethodVisitor next, BridgeCalls bridge, String className, List<String> reports, int locals) {
        super(next, bridge, className, reports);
        this.bridge = bridge;
        this.className = className;
        this.answer = locals;
        this.delegation = new DelegatingCall(className);
    }

    @Override
    public void visitCode() {
        super.visitCode();
        bridge.writeDelegated(mv, className);
        mv.visitVarInsn(Opcodes.ISTORE, answer);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        super.visitTypeInsn(opcode, type);
        delegation.passType(opcode, type);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        if (delegation.passMethod(opcode, owner, name)) {
            bridge.writeDelegating(mv, className);
        }
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    }

    @Override
    void writeEnd(String report) {
        bridge.writeConstructed(mv, report, className, answer);
    }

    @Override
    public void visitFrame(int type, int count, Object[] local, int stackCount, Object[] stack) {
        Object[] locals = FrameLocals.with(local, count, answer, Opcodes.INTEGER);
        super.visitFrame(type, locals.length, locals, stackCount, stack);
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        super.visitMaxs(maxStack + 1, maxLocals + 1);
    }
}
