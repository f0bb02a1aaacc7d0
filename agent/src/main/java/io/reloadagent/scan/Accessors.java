package io.reloadagent.scan;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** Finds the methods of a class that return a field, set it, or change it in the course of their work. */
final class Accessors extends ClassVisitor {

    private static final Pattern SET_UP = Pattern.compile(
            "(set|with|init|load|read|parse|configure|config|apply|update|from|put|copy|reset|validate|seal|build|activate|after"
                    + "|bind|add|enable|disable)(?![a-z])");

    private static final Pattern LOGGER = Pattern.compile("(?i)log(ger)?$");

    private static final Pattern CHECK =
            Pattern.compile("check|validate|require|verify|assert|ensure|fire|log|warn|debug|info");

    private final ClassFacts facts;

    private Accessors(ClassFacts facts) {
        super(Opcodes.ASM9);
        this.facts = facts;
    }

    static void find(ClassReader reader, ClassFacts facts) {
        reader.accept(new Accessors(facts), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        if (name.charAt(0) == '<') {
            return null;
        }
        if ((access & Opcodes.ACC_SYNTHETIC) != 0) {
            return new Change(name, (access & Opcodes.ACC_STATIC) != 0);
        }
        Type[] parameters = Type.getArgumentTypes(descriptor);
        boolean ofObject = name.equals("hashCode") || name.equals("toString");
        if (parameters.length == 0 && !ofObject && !descriptor.endsWith(")V")) {
            return new Getter(name, descriptor);
        }
        if (parameters.length == 1 && (access & Opcodes.ACC_PRIVATE) == 0 && isSetter(name)) {
            return new Setter(name, parameters[0]);
        }
        return new Change(name, (access & Opcodes.ACC_STATIC) != 0);
    }

    private boolean isSetter(String method) {
        String lower = method.toLowerCase(Locale.ROOT);
        return method.startsWith("set")
                || facts.fields().stream()
                        .anyMatch(field -> lower.endsWith(field.name().toLowerCase(Locale.ROOT)));
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
            FieldFacts found =
                    reads && owner.equals(facts.internalName()) ? facts.field(fieldName, fieldDescriptor) : null;
            more |= found == null || field != null;
            field = found;
        }

        @Override
        public void visitMethodInsn(
                int opcode, String owner, String method, String itsDescriptor, boolean isInterface) {
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
        private FieldFacts field;
        private boolean handsOn;

        Setter(String name, Type parameter) {
            this.name = name;
            this.parameter = parameter;
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String fieldName, String descriptor) {
            boolean writes = opcode == Opcodes.PUTFIELD || opcode == Opcodes.PUTSTATIC;
            FieldFacts found = writes && owner.equals(facts.internalName()) ? facts.field(fieldName, descriptor) : null;
            field = found != null && parameter.getDescriptor().equals(descriptor) ? found : field;
        }

        /** Neither a check of the value nor a line in the log. */
        @Override
        public void visitMethodInsn(int opcode, String owner, String method, String descriptor, boolean isInterface) {
            boolean other = method.equals("<init>")
                    || owner.startsWith("java/lang/")
                    || LOGGER.matcher(owner).find()
                    || CHECK.matcher(method).lookingAt();
            handsOn |= !other && descriptor.endsWith(")V") && takesParameter(descriptor);
        }

        private boolean takesParameter(String descriptor) {
            for (Type type : Type.getArgumentTypes(descriptor)) {
                boolean wider = type.equals(Type.LONG_TYPE) && parameter.equals(Type.INT_TYPE);
                if (wider || type.equals(parameter)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void visitEnd() {
            if (field != null) {
                field.setBy(name, handsOn);
            }
        }
    }

    /** A method that writes fields, and neither makes an object nor is there to set it up. */
    private final class Change extends Instructions {

        private final String name;
        private final boolean ofClass;
        private final Set<String> read = new HashSet<>();

        Change(String name, boolean ofClass) {
            this.name = name;
            this.ofClass = ofClass;
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String fieldName, String descriptor) {
            FieldFacts field = owner.equals(facts.internalName()) ? facts.field(fieldName, descriptor) : null;
            if (field == null) {
                return;
            }
            if (opcode == Opcodes.GETFIELD || opcode == Opcodes.GETSTATIC) {
                read.add(fieldName);
            } else if (ofClass
                    ? read.contains(fieldName)
                    : !SET_UP.matcher(name).lookingAt()) {
                field.changedBy(name);
            }
        }
    }
}
