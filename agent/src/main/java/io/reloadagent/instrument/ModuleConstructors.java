package io.reloadagent.instrument;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * The constructors of a class whose objects are modules, or bound by their own fields. What has to be known of all of them before the first is
 * rewritten: whether any goes on after it called another one.
 */
final class ModuleConstructors extends ClassVisitor {

    private final String className;
    private final List<String> reports;
    private final Map<String, Integer> locals = new HashMap<>();
    private boolean delegate;

    private ModuleConstructors(String className, List<String> reports) {
        super(Opcodes.ASM9, new ClassWriter(0));
        this.className = className;
        this.reports = reports;
    }

    /** Looks at a class; {@code reports} are the bridge's methods that are told of its objects. */
    static ModuleConstructors of(ClassReader reader, List<String> reports) {
        ModuleConstructors constructors = new ModuleConstructors(reader.getClassName(), reports);
        reader.accept(constructors, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return constructors;
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        return name.equals("<init>")
                ? new Constructor(super.visitMethod(access, name, descriptor, signature, exceptions), descriptor)
                : null;
    }

    /** Whether the object is not always complete when a constructor ends, because another one called it and goes on. */
    boolean delegate() {
        return delegate;
    }

    /** A visitor that rewrites one of the constructors. */
    MethodVisitor rewrite(MethodVisitor next, BridgeCalls bridge, String descriptor) {
        return delegate
                ? new DelegatingConstructor(next, bridge, className, reports, locals.get(descriptor))
                : new ModuleConstructor(next, bridge, className, reports);
    }

    private final class Constructor extends MethodVisitor {

        private final String descriptor;
        private final DelegatingCall delegation = new DelegatingCall(className);

        /** Behind the call of another constructor; null if there is none. */
        private Label afterCall;

        Constructor(MethodVisitor next, String descriptor) {
            super(Opcodes.ASM9, next);
            this.descriptor = descriptor;
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
            super.visitTypeInsn(opcode, type);
            delegation.passType(opcode, type);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String type, boolean isInterface) {
            super.visitMethodInsn(opcode, owner, name, type, isInterface);
            if (delegation.passMethod(opcode, owner, name)) {
                afterCall = new Label();
                super.visitLabel(afterCall);
            }
        }

        /** The writer knows the positions of labels at once; a single byte behind the call is its {@code RETURN}. */
        @Override
        public void visitMaxs(int maxStack, int maxLocals) {
            locals.put(descriptor, maxLocals);
            Label end = new Label();
            super.visitLabel(end);
            delegate |= afterCall != null && end.getOffset() - afterCall.getOffset() > 1;
            super.visitMaxs(maxStack, maxLocals);
        }
    }
}
