import static net.bytebuddy.jar.asm.Opcodes.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Type;

/**
 * Turns the lambdas and method references of the agent's own classes into classes of the jar. The JVM makes them at run-time otherwise, each with
 * an assembler of its own that starts cold, and that is a good part of what an agent adds to the start of an application.
 *
 * <p>A call site {@code invokedynamic} of {@link java.lang.invoke.LambdaMetafactory#metafactory} becomes a call of a static method of a class
 * {@code Owner$$Function1}, or the read of its only instance where nothing is captured, as the JVM has it too. What it calls is reached by a
 * static method of the owner, {@code function$1}, where it is private. What this does not know, serializable lambdas for one, stays as it is.
 *
 * <p>Run by {@code jar.xml}: {@code java -cp byte-buddy.jar LambdaClasses.java FILE-ENDING FOLDER...}
 */
final class LambdaClasses {

    private static final String METAFACTORY = "java/lang/invoke/LambdaMetafactory";

    private final Path file;
    private final String ending;
    private final Map<String, Integer> accessOfMethods = new HashMap<>();
    private final List<Runnable> accessors = new ArrayList<>();
    private String owner;
    private boolean ownerIsInterface;
    private int count;

    private LambdaClasses(Path file, String ending) {
        this.file = file;
        this.ending = ending;
    }

    public static void main(String[] arguments) throws IOException {
        int count = 0;
        for (int i = 1; i < arguments.length; i++) {
            List<Path> files;
            try (Stream<Path> found = Files.walk(Path.of(arguments[i]))) {
                files = found.filter(path -> path.toString().endsWith(arguments[0])).sorted().toList();
            }
            for (Path file : files) {
                count += new LambdaClasses(file, arguments[0]).rewrite();
            }
        }
        System.out.println(count + " lambdas are classes now");
    }

    private int rewrite() throws IOException {
        ClassReader reader = new ClassReader(Files.readAllBytes(file));
        owner = reader.getClassName();
        ownerIsInterface = (reader.getAccess() & ACC_INTERFACE) != 0;
        reader.accept(new AccessOfMethods(), ClassReader.SKIP_CODE);
        // No frames change: a call takes what the invokedynamic took, and leaves what that left.
        ClassWriter writer = new ClassWriter(0);
        reader.accept(new CallSites(writer), 0);
        if (count > 0) {
            Files.write(file, writer.toByteArray());
        }
        return count;
    }

    private final class AccessOfMethods extends ClassVisitor {

        AccessOfMethods() {
            super(ASM9);
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String type, String signature, String[] exceptions) {
            accessOfMethods.put(name + type, access);
            return null;
        }
    }

    private final class CallSites extends ClassVisitor {

        CallSites(ClassVisitor next) {
            super(ASM9, next);
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String type, String signature, String[] exceptions) {
            return new MethodVisitor(ASM9, super.visitMethod(access, name, type, signature, exceptions)) {
                @Override
                public void visitInvokeDynamicInsn(String sam, String site, Handle bootstrap, Object... arguments) {
                    Function function = function(cv, sam, site, bootstrap, arguments);
                    if (function == null) {
                        super.visitInvokeDynamicInsn(sam, site, bootstrap, arguments);
                    } else if (function.captured.length == 0) {
                        super.visitFieldInsn(GETSTATIC, function.name, "INSTANCE", "L" + function.name + ";");
                    } else {
                        super.visitMethodInsn(INVOKESTATIC, function.name, "of", site, false);
                    }
                }
            };
        }

        @Override
        public void visitEnd() {
            accessors.forEach(Runnable::run);
            super.visitEnd();
        }
    }

    /** Writes the class of a call site; null if it has to stay. */
    private Function function(ClassVisitor ownerWriter, String sam, String site, Handle bootstrap, Object[] arguments) {
        if (!bootstrap.getOwner().equals(METAFACTORY) || !bootstrap.getName().equals("metafactory")) {
            return null;
        }
        Handle target = (Handle) arguments[1];
        Integer access = target.getOwner().equals(owner) ? accessOfMethods.get(target.getName() + target.getDesc()) : null;
        if (access == null && !isPublic(target)) {
            return null;
        }
        count++;
        if (access != null && (access & ACC_PRIVATE) != 0) {
            target = accessor(ownerWriter, target, (access & ACC_STATIC) != 0);
        }
        Function function = new Function(
                owner + "$$Function" + count, sam, site, (Type) arguments[0], target, (Type) arguments[2]);
        try {
            String name = function.name.substring(function.name.lastIndexOf('/') + 1);
            Files.write(file.resolveSibling(name + ending), function.bytes());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return function;
    }

    /** Whether the class of a lambda, in the owner's package, may call it: of other classes' methods, what the JDK has public; what javac has let through of the agent's. */
    private boolean isPublic(Handle target) {
        String name = target.getOwner();
        if (name.startsWith("[")) {
            return false;
        }
        if (samePackage(name)) {
            return true;
        }
        try {
            Class<?> type = Class.forName(name.replace('/', '.'), false, LambdaClasses.class.getClassLoader());
            return target.getTag() == H_NEWINVOKESPECIAL
                    ? Stream.of(type.getConstructors()).anyMatch(c -> Type.getConstructorDescriptor(c).equals(target.getDesc()))
                    : Stream.of(type.getMethods())
                            .anyMatch(m -> m.getName().equals(target.getName()) && Type.getMethodDescriptor(m).equals(target.getDesc()));
        } catch (ClassNotFoundException | LinkageError e) {
            // One of the agent's other packages, or of a library: nothing but what is public is reached from here, protected members aside.
            return target.getTag() != H_INVOKESPECIAL;
        }
    }

    private boolean samePackage(String other) {
        return other.substring(0, other.lastIndexOf('/') + 1).equals(owner.substring(0, owner.lastIndexOf('/') + 1));
    }

    private Handle accessor(ClassVisitor ownerWriter, Handle target, boolean isStatic) {
        String name = "function$" + count;
        boolean constructor = target.getTag() == H_NEWINVOKESPECIAL;
        String type = constructor
                ? target.getDesc().replaceFirst("\\)V$", ")L" + owner + ";")
                : isStatic ? target.getDesc() : "(L" + owner + ";" + target.getDesc().substring(1);
        // Calls within the owner, where what is private can be called as javac does it.
        accessors.add(() -> {
            MethodVisitor method = ownerWriter.visitMethod(
                    ACC_STATIC | ACC_SYNTHETIC | (ownerIsInterface ? ACC_PUBLIC : 0), name, type, null, null);
            method.visitCode();
            int size = 0;
            if (constructor) {
                method.visitTypeInsn(NEW, owner);
                method.visitInsn(DUP);
            }
            int stack = constructor ? 2 : 0;
            for (Type argument : Type.getArgumentTypes(type)) {
                method.visitVarInsn(argument.getOpcode(ILOAD), size);
                size += argument.getSize();
            }
            int code = isStatic ? INVOKESTATIC : INVOKESPECIAL;
            method.visitMethodInsn(code, owner, target.getName(), target.getDesc(), ownerIsInterface);
            method.visitInsn(Type.getReturnType(type).getOpcode(IRETURN));
            method.visitMaxs(Math.max(size + stack, 2), size);
            method.visitEnd();
        });
        return new Handle(H_INVOKESTATIC, owner, name, type, ownerIsInterface);
    }

    /** One lambda: an instance of a functional interface that calls one method with what it captured and what it is given. */
    private record Function(String name, String sam, String site, Type erased, Handle target, Type instantiated, Type[] captured) {

        Function(String name, String sam, String site, Type erased, Handle target, Type instantiated) {
            this(name, sam, site, erased, target, instantiated, Type.getArgumentTypes(site));
        }

        byte[] bytes() {
            ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_MAXS);
            String contract = Type.getReturnType(site).getInternalName();
            type.visit(V1_8, ACC_FINAL | ACC_SUPER | ACC_SYNTHETIC, name, null, "java/lang/Object", new String[] {contract});
            for (int i = 0; i < captured.length; i++) {
                type.visitField(ACC_PRIVATE | ACC_FINAL, "a" + i, captured[i].getDescriptor(), null, null).visitEnd();
            }
            constructor(type);
            if (captured.length == 0) {
                onlyInstance(type);
            } else {
                factory(type);
            }
            call(type);
            type.visitEnd();
            return type.toByteArray();
        }

        private String constructorType() {
            return Type.getMethodDescriptor(Type.VOID_TYPE, captured);
        }

        private void constructor(ClassVisitor type) {
            MethodVisitor method = type.visitMethod(ACC_PRIVATE, "<init>", constructorType(), null, null);
            method.visitCode();
            method.visitVarInsn(ALOAD, 0);
            method.visitMethodInsn(INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
            int at = 1;
            for (int i = 0; i < captured.length; i++) {
                method.visitVarInsn(ALOAD, 0);
                method.visitVarInsn(captured[i].getOpcode(ILOAD), at);
                method.visitFieldInsn(PUTFIELD, name, "a" + i, captured[i].getDescriptor());
                at += captured[i].getSize();
            }
            end(method, RETURN);
        }

        private void onlyInstance(ClassVisitor type) {
            type.visitField(ACC_STATIC | ACC_FINAL, "INSTANCE", "L" + name + ";", null, null).visitEnd();
            MethodVisitor method = type.visitMethod(ACC_STATIC, "<clinit>", "()V", null, null);
            method.visitCode();
            method.visitTypeInsn(NEW, name);
            method.visitInsn(DUP);
            method.visitMethodInsn(INVOKESPECIAL, name, "<init>", "()V", false);
            method.visitFieldInsn(PUTSTATIC, name, "INSTANCE", "L" + name + ";");
            end(method, RETURN);
        }

        private void factory(ClassVisitor type) {
            MethodVisitor method = type.visitMethod(ACC_STATIC, "of", site, null, null);
            method.visitCode();
            method.visitTypeInsn(NEW, name);
            method.visitInsn(DUP);
            int at = 0;
            for (Type argument : captured) {
                method.visitVarInsn(argument.getOpcode(ILOAD), at);
                at += argument.getSize();
            }
            method.visitMethodInsn(INVOKESPECIAL, name, "<init>", constructorType(), false);
            end(method, ARETURN);
        }

        private void call(ClassVisitor type) {
            MethodVisitor method = type.visitMethod(ACC_PUBLIC, sam, erased.getDescriptor(), null, null);
            method.visitCode();
            boolean constructs = target.getTag() == H_NEWINVOKESPECIAL;
            if (constructs) {
                method.visitTypeInsn(NEW, target.getOwner());
                method.visitInsn(DUP);
            }
            List<Type> wanted = new ArrayList<>();
            if (!constructs && target.getTag() != H_INVOKESTATIC) {
                wanted.add(Type.getObjectType(target.getOwner()));
            }
            wanted.addAll(List.of(Type.getArgumentTypes(target.getDesc())));
            int next = 0;
            for (int i = 0; i < captured.length; i++) {
                method.visitVarInsn(ALOAD, 0);
                method.visitFieldInsn(GETFIELD, name, "a" + i, captured[i].getDescriptor());
                cast(method, captured[i], wanted.get(next++));
            }
            Type[] given = erased.getArgumentTypes();
            Type[] known = instantiated.getArgumentTypes();
            int at = 1;
            for (int i = 0; i < given.length; i++) {
                method.visitVarInsn(given[i].getOpcode(ILOAD), at);
                at += given[i].getSize();
                cast(method, given[i], known[i]);
                cast(method, known[i], wanted.get(next++));
            }
            int code = switch (target.getTag()) {
                case H_INVOKESTATIC -> INVOKESTATIC;
                case H_INVOKEINTERFACE -> INVOKEINTERFACE;
                case H_NEWINVOKESPECIAL -> INVOKESPECIAL;
                default -> INVOKEVIRTUAL;
            };
            method.visitMethodInsn(code, target.getOwner(), target.getName(), target.getDesc(), target.isInterface());
            Type result = constructs ? Type.getObjectType(target.getOwner()) : Type.getReturnType(target.getDesc());
            answer(method, result);
        }

        private void answer(MethodVisitor method, Type result) {
            Type due = erased.getReturnType();
            if (due.getSort() == Type.VOID) {
                if (result.getSize() > 0) {
                    method.visitInsn(result.getSize() == 2 ? POP2 : POP);
                }
            } else {
                cast(method, result, instantiated.getReturnType());
                cast(method, instantiated.getReturnType(), due);
            }
            end(method, due.getOpcode(IRETURN));
        }

        private static void end(MethodVisitor method, int code) {
            method.visitInsn(code);
            method.visitMaxs(0, 0);
            method.visitEnd();
        }

        /** As {@link java.lang.invoke.MethodHandle#asType} has it: boxes, unboxes, widens and narrows. */
        private static void cast(MethodVisitor method, Type from, Type to) {
            boolean primitive = from.getSort() < Type.ARRAY;
            boolean wanted = to.getSort() < Type.ARRAY;
            if (primitive && !wanted) {
                String box = box(from);
                method.visitMethodInsn(INVOKESTATIC, box, "valueOf", "(" + from + ")L" + box + ";", false);
            } else if (!primitive && wanted) {
                boolean exact = from.getInternalName().equals(box(to));
                String box = exact || to == Type.BOOLEAN_TYPE || to == Type.CHAR_TYPE ? box(to) : "java/lang/Number";
                if (!exact) {
                    method.visitTypeInsn(CHECKCAST, box);
                }
                method.visitMethodInsn(INVOKEVIRTUAL, box, to.getClassName() + "Value", "()" + to, false);
            } else if (primitive) {
                widen(method, from, to);
            } else if (!to.equals(from) && !to.getInternalName().equals("java/lang/Object")) {
                method.visitTypeInsn(CHECKCAST, to.getInternalName());
            }
        }

        private static void widen(MethodVisitor method, Type from, Type to) {
            if (from.equals(to)) {
                return;
            }
            switch (from.getOpcode(IRETURN) + " " + to.getOpcode(IRETURN)) {
                case IRETURN + " " + IRETURN -> {}
                case IRETURN + " " + LRETURN -> method.visitInsn(I2L);
                case IRETURN + " " + FRETURN -> method.visitInsn(I2F);
                case IRETURN + " " + DRETURN -> method.visitInsn(I2D);
                case LRETURN + " " + FRETURN -> method.visitInsn(L2F);
                case LRETURN + " " + DRETURN -> method.visitInsn(L2D);
                case FRETURN + " " + DRETURN -> method.visitInsn(F2D);
                default -> throw new IllegalArgumentException(from + " is no " + to);
            }
        }

        private static String box(Type primitive) {
            return switch (primitive.getSort()) {
                case Type.BOOLEAN -> "java/lang/Boolean";
                case Type.CHAR -> "java/lang/Character";
                case Type.BYTE -> "java/lang/Byte";
                case Type.SHORT -> "java/lang/Short";
                case Type.INT -> "java/lang/Integer";
                case Type.LONG -> "java/lang/Long";
                case Type.FLOAT -> "java/lang/Float";
                default -> "java/lang/Double";
            };
        }
    }
}
