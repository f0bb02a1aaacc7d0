package io.reloadagent.instrument;

import io.reloadagent.field.SiteType;
import net.bytebuddy.jar.asm.ConstantDynamic;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** The instructions that call the bridge, by the name under which it was defined. Immutable. */
final class BridgeCalls {

    /** The bridge's method that is told of objects which may be modules, when they are complete. */
    static final String CONSTRUCTED = "constructed";

    /** The bridge's method that is told of objects which are bound by their own fields. */
    static final String BOUND = "bound";

    /** The bridge's method that is told of objects whose methods may be called. */
    static final String MADE = "made";

    private static final String SITE_NAME = "read";
    private static final int INVOKE_DYNAMIC_BYTES = 5;
    private static final int CAST_BYTES = 3;
    private static final int INVOKE_STATIC_BYTES = 3;
    private static final int NUMBER_BYTES = 3;

    private final String bridge;
    private final Handle link;
    private final Handle getter;

    /**
     * Creates the calls.
     *
     * @param bridge the bridge's internal name
     */
    BridgeCalls(String bridge) {
        this.bridge = bridge;
        this.link = new Handle(
                Opcodes.H_INVOKESTATIC,
                bridge,
                "link",
                "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;"
                        + "Ljava/lang/String;Ljava/lang/Class;Ljava/lang/String;)Ljava/lang/invoke/CallSite;",
                false);
        this.getter = new Handle(
                Opcodes.H_INVOKESTATIC,
                bridge,
                "getter",
                "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/Class;"
                        + "Ljava/lang/String;Ljava/lang/invoke/MethodHandle;Ljava/lang/Class;Ljava/lang/String;)"
                        + "Ljava/lang/invoke/MethodHandle;",
                false);
    }

    /** Filters the value on the stack, with the instance that it was read from below it; returns how many bytes that takes. */
    int writeInstanceSite(MethodVisitor method, FieldReference field) {
        String type = SiteType.erase(field.descriptor);
        return writeSite(method, field, "(Ljava/lang/Object;" + type + ")" + type);
    }

    /** Filters the value on the stack; returns how many bytes that takes. */
    int writeStaticSite(MethodVisitor method, FieldReference field) {
        String type = SiteType.erase(field.descriptor);
        return writeSite(method, field, "(" + type + ")" + type);
    }

    private int writeSite(MethodVisitor method, FieldReference field, String type) {
        method.visitInvokeDynamicInsn(
                SITE_NAME, type, link, field.name, Type.getObjectType(field.owner), field.descriptor);
        if (!Casts.isNeeded(field.descriptor)) {
            return INVOKE_DYNAMIC_BYTES;
        }
        method.visitTypeInsn(Opcodes.CHECKCAST, Casts.operand(field.descriptor));
        return INVOKE_DYNAMIC_BYTES + CAST_BYTES;
    }

    /** The same by a number, in a class without sites; the instance or null lies below the value. */
    int writeFilter(MethodVisitor method, String descriptor, int number) {
        String type = SiteType.eraseForFilter(descriptor);
        writeNumber(method, number);
        method.visitMethodInsn(
                Opcodes.INVOKESTATIC, bridge, "filter", "(Ljava/lang/Object;" + type + "I)" + type, false);
        int bytes = NUMBER_BYTES + INVOKE_STATIC_BYTES;
        if (type.equals(descriptor)) {
            return bytes;
        }
        method.visitTypeInsn(Opcodes.CHECKCAST, Casts.operand(descriptor));
        return bytes + CAST_BYTES;
    }

    /** As an operand where it fits, to spare the constant pool. */
    private static void writeNumber(MethodVisitor method, int number) {
        if (number <= Short.MAX_VALUE) {
            method.visitIntInsn(Opcodes.SIPUSH, number);
        } else {
            method.visitLdcInsn(number);
        }
    }

    /** A constant in place of a handle that reads a field. */
    ConstantDynamic getter(Handle handle) {
        return new ConstantDynamic(
                SITE_NAME,
                "Ljava/lang/invoke/MethodHandle;",
                getter,
                handle.getName(),
                handle,
                Type.getObjectType(handle.getOwner()),
                handle.getDesc());
    }

    /** Reports the object in local variable 0 to {@link #CONSTRUCTED}, {@link #BOUND} or {@link #MADE}. */
    void writeConstructed(MethodVisitor method, String report, String className) {
        method.visitVarInsn(Opcodes.ALOAD, 0);
        method.visitLdcInsn(Type.getObjectType(className));
        method.visitMethodInsn(Opcodes.INVOKESTATIC, bridge, report, "(Ljava/lang/Object;Ljava/lang/Class;)V", false);
    }

    /** The same, unless the answer of {@link #writeDelegated}, in a local variable, was that it is not complete. */
    void writeConstructed(MethodVisitor method, String report, String className, int answer) {
        method.visitVarInsn(Opcodes.ALOAD, 0);
        method.visitLdcInsn(Type.getObjectType(className));
        method.visitVarInsn(Opcodes.ILOAD, answer);
        method.visitMethodInsn(Opcodes.INVOKESTATIC, bridge, report, "(Ljava/lang/Object;Ljava/lang/Class;Z)V", false);
    }

    /** Says that a constructor of the class calls another one next. */
    void writeDelegating(MethodVisitor method, String className) {
        method.visitLdcInsn(Type.getObjectType(className));
        method.visitMethodInsn(Opcodes.INVOKESTATIC, bridge, "delegating", "(Ljava/lang/Class;)V", false);
    }

    /** Asks whether another constructor of the class called this one. */
    void writeDelegated(MethodVisitor method, String className) {
        method.visitLdcInsn(Type.getObjectType(className));
        method.visitMethodInsn(Opcodes.INVOKESTATIC, bridge, "delegated", "(Ljava/lang/Class;)Z", false);
    }

    /** Begins a pin, and leaves it on the stack. */
    void writePin(MethodVisitor method) {
        method.visitMethodInsn(Opcodes.INVOKESTATIC, bridge, "pin", "()Ljava/lang/AutoCloseable;", false);
    }

    /** Ends the pin on the stack. */
    void writeUnpin(MethodVisitor method) {
        method.visitMethodInsn(Opcodes.INVOKESTATIC, bridge, "unpin", "(Ljava/lang/AutoCloseable;)V", false);
    }

    /** A whole body that returns a pin. */
    void writeApiPin(MethodVisitor method) {
        method.visitCode();
        writePin(method);
        method.visitInsn(Opcodes.ARETURN);
        method.visitMaxs(1, 0);
        method.visitEnd();
    }

    /** A whole body that passes the method's two parameters on and returns the answer. */
    void writeApiCall(MethodVisitor method) {
        method.visitCode();
        method.visitVarInsn(Opcodes.ALOAD, 0);
        method.visitVarInsn(Opcodes.ALOAD, 1);
        method.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                bridge,
                "call",
                "(Ljava/lang/String;[Ljava/lang/Object;)Ljava/lang/Object;",
                false);
        method.visitInsn(Opcodes.ARETURN);
        method.visitMaxs(2, 2);
        method.visitEnd();
    }
}
