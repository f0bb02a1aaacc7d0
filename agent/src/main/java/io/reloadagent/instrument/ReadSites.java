package io.reloadagent.instrument;

import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Puts a site behind every read of a dynamic field. The read itself stays, and with it the JVM's null check, access check
 * and class initialisation; the site gets the value and returns the one to use.
 */
final class ReadSites extends MethodVisitor {

    /** The instance is kept below the value. */
    private static final int EXTRA_STACK = 1;

    /** The instruction that keeps it. */
    private static final int DUP_BYTES = 1;

    private final BridgeCalls bridge;
    private final Plan plan;
    private final boolean dynamicConstants;
    private final MethodGrowth growth;
    private final SiteCount sites;

    /** Writes sites; {@code dynamicConstants} tells whether the class is of a version that may have them. */
    ReadSites(
            MethodVisitor next,
            BridgeCalls bridge,
            Plan plan,
            boolean dynamicConstants,
            MethodGrowth growth,
            SiteCount sites) {
        super(Opcodes.ASM9, next);
        this.bridge = bridge;
        this.plan = plan;
        this.dynamicConstants = dynamicConstants;
        this.growth = growth;
        this.sites = sites;
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        FieldReference field = new FieldReference(owner, name, descriptor);
        boolean intercepted = plan.intercepts(field);
        if (intercepted && opcode == Opcodes.GETFIELD) {
            super.visitInsn(Opcodes.DUP);
            super.visitFieldInsn(opcode, owner, name, descriptor);
            growth.add(DUP_BYTES + bridge.writeInstanceSite(mv, field));
            sites.add(field);
        } else {
            super.visitFieldInsn(opcode, owner, name, descriptor);
            if (intercepted && opcode == Opcodes.GETSTATIC) {
                growth.add(bridge.writeStaticSite(mv, field));
                sites.add(field);
            }
        }
    }

    /** Records read their components in {@code toString}, {@code equals} and {@code hashCode} through handles. */
    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        Object[] filtered = arguments.clone();
        for (int i = 0; i < filtered.length; i++) {
            filtered[i] = filtered(filtered[i]);
        }
        super.visitInvokeDynamicInsn(name, descriptor, bootstrap, filtered);
    }

    private Object filtered(Object argument) {
        if (!dynamicConstants || !(argument instanceof Handle)) {
            return argument;
        }
        Handle handle = (Handle) argument;
        boolean read = handle.getTag() == Opcodes.H_GETFIELD || handle.getTag() == Opcodes.H_GETSTATIC;
        FieldReference field = new FieldReference(handle.getOwner(), handle.getName(), handle.getDesc());
        if (!read || !plan.intercepts(field)) {
            return handle;
        }
        sites.add(field);
        return bridge.getter(handle);
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        growth.end(mv);
        super.visitMaxs(maxStack + EXTRA_STACK, maxLocals);
    }
}
