package io.reloadagent.scan;

import java.util.Locale;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** Finds the methods of a class that return a field, or set it. */
final class Accessors extends ClassVisitor {

    private final ClassFacts facts;

    private Accessors(ClassFacts facts) {
        super(Opcodes.ASM9);
        this.facts = facts;
    }

    static void find(ClassReader reader, ClassFacts facts) {
        reader.accept(new Accessors(facts), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
        if (name.charAt(0) == '<' || (access & Opcodes.ACC_SYNTHETIC) != 0) {
            return null;
        }
        Type[] parameters = Type.getArgumentTypes(descriptor);
        if (parameters.length == 0 && !descriptor.endsWith(")V")) {
            return new Getter(name, descriptor);
        }
        boolean callable = (access & Opcodes.ACC_PRIVATE) == 0;
        return parameters.length == 1 && callable ? new Setter(name, parameters[0]) : null;
    }

    /** A method that loads this, a field, and returns it; with a cast or a box at most. */
    private final class Getter extends Instructions {

        private final String name;
        private final String descriptor;
        private FieldFacts field;
        private boolean more;

        Getter(String name, String descriptor) {
            this.name = name;
            this.descriptor = descriptor;
        }

        @Override
        void other(int opcode) {
            boolean passes = opcode == Opcodes.CHECKCAST || (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN);
            more |= !passes && !(opcode == Opcodes.ALOAD && field == null);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String fieldName, String fieldDescriptor) {
            boolean reads = opcode == Opcodes.GETFIELD || opcode == Opcodes.GETSTATIC;
            FieldFacts found = reads && owner.equals(facts.internalName()) ? facts.field(fieldName, fieldDescriptor) : null;
            more |= found == null || field != null;
            field = found;
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String method, String itsDescriptor, boolean isInterface) {
            more |= !(owner.startsWith("java/lang/") && (method.equals("valueOf") || method.endsWith("Value")));
        }

        @Override
        public void visitEnd() {
            if (field != null && !more) {
                facts.gets(name, descriptor, field);
            }
        }
    }

    /** A method that sets a field, by its name, to something of the type of its parameter. */
    private final class Setter extends Instructions {

        private final String name;
        private final Type parameter;

        Setter(String name, Type parameter) {
            this.name = name;
            this.parameter = parameter;
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String fieldName, String descriptor) {
            boolean writes = opcode == Opcodes.PUTFIELD || opcode == Opcodes.PUTSTATIC;
            FieldFacts field = writes && owner.equals(facts.internalName()) ? facts.field(fieldName, descriptor) : null;
            boolean named = name.startsWith("set") || name.toLowerCase(Locale.ROOT).endsWith(fieldName.toLowerCase(Locale.ROOT));
            if (field != null && named && parameter.getDescriptor().equals(descriptor)) {
                field.setBy(name);
            }
        }
    }
}
