package io.reloadagent.scan;

import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Passes the instructions of a method: fields and methods to whoever overrides those, all others to {@link #other}. */
abstract class Instructions extends MethodVisitor {

    Instructions() {
        super(Opcodes.ASM9);
    }

    /** Is told every instruction that is neither a field's nor a method's. */
    void other(int opcode) {
        // of no interest to most
    }

    @Override
    public void visitInsn(int opcode) {
        other(opcode);
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        other(opcode);
    }

    @Override
    public void visitVarInsn(int opcode, int variable) {
        other(opcode);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        other(opcode);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        other(opcode);
    }

    @Override
    public void visitLdcInsn(Object value) {
        other(Opcodes.LDC);
    }

    @Override
    public void visitIincInsn(int variable, int increment) {
        other(Opcodes.IINC);
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... labels) {
        other(Opcodes.TABLESWITCH);
    }

    @Override
    public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {
        other(Opcodes.LOOKUPSWITCH);
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        other(Opcodes.MULTIANEWARRAY);
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        other(Opcodes.INVOKEDYNAMIC);
    }
}
