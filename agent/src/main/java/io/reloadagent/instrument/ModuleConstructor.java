package io.reloadagent.instrument;

import java.util.List;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Reports an object to methods of the bridge when a constructor of its class ends without an exception. */
class ModuleConstructor extends MethodVisitor {

    /** The object and its class. */
    private static final int EXTRA_STACK = 2;

    private final BridgeCalls bridge;
    private final String className;
    private final List<String> reports;

    ModuleConstructor(MethodVisitor next, BridgeCalls bridge, String className, List<String> reports) {
        super(Opcodes.ASM9, next);
        this.bridge = bridge;
        this.className = className;
        this.reports = reports;
    }

    /** No compiler reuses the variable of {@code this}; were it done, the class could not be verified after the change. */
    @Override
    public void visitVarInsn(int opcode, int variable) {
        if (opcode >= Opcodes.ISTORE && opcode <= Opcodes.ASTORE && variable == 0) {
            throw new UnsupportedOperationException("a constructor of " + className + " overwrites 'this'");
        }
        super.visitVarInsn(opcode, variable);
    }

    @Override
    public void visitInsn(int opcode) {
        if (opcode == Opcodes.RETURN) {
            reports.forEach(this::writeEnd);
        }
        super.visitInsn(opcode);
    }

    /** Writes one report. */
    void writeEnd(String report) {
        bridge.writeConstructed(mv, report, className);
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        super.visitMaxs(maxStack + EXTRA_STACK, maxLocals);
    }
}
