import static net.bytebuddy.jar.asm.Opcodes.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Type;

/**
 * Turns the lambdas and method references of the agent's own classes into classes of the jar. The JVM makes them at run-time otherwise, each with
 * an assembler of its own that starts cold, and that is a good part of what an agent adds to the start of an application.
 *
 * <p>A call site {@code invokedynamic} of {@link java.lang.invoke.LambdaMetafactory#metafactory} becomes a call of a static method of a class
 * {@code Owner$$Function1}, or the read of one of its instances where nothing is captured, as the JVM has it too. The lambdas of one class that
 * are of the same interface share such a class, whose instances know which they are: each class costs a start a tenth of a millisecond. What a
 * lambda calls is reached by a static method of the owner, {@code function$1}, where it is private. What this does not know, serializable
 * lambdas for one, stays as it is.
 *
 * <p>Run by {@code jar.xml}: {@code java -cp byte-buddy.jar LambdaClasses.java FILE-ENDING FOLDER...}
 */
final class LambdaClasses {

    private static final String METAFACTORY = "java/lang/invoke/LambdaMetafactory";

    private final Path file;
    private final String ending;
    private final Map<String, Integer> accessOfMethods = new HashMap<>();
    private final List<Runnable> accessors = new ArrayList<>();

    /** By interface and its method. */
    private final Map<String, Group> groups = new LinkedHashMap<>();

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
        for (Group group : groups.values()) {
            String name = group.name.substring(group.name.lastIndexOf('/') + 1);
            Files.write(file.resolveSibling(name + ending), group.bytes());
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
                        super.visitFieldInsn(GETSTATIC, function.group, function.instance(), "L" + function.group + ";");
                    } else {
                        super.visitMethodInsn(INVOKESTATIC, function.group, function.factory(), site, false);
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

    /** Adds the lambda of a call site to its group; null if it has to stay. */
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
        Type erased = (Type) arguments[0];
        String contract = Type.getReturnType(site).getInternalName();
        Group group = groups.computeIfAbsent(
                contract + "." + sam + erased,
                key -> new Group(owner + "$$Function" + (groups.size() + 1), contract, sam, erased, new ArrayList<>()));
        Function function = new Function(
                group.name, group.functions.size(), site, erased, target, (Type) arguments[2], Type.getArgumentTypes(site));
        group.functions.add(function);
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

    /** The lambdas of a class that are of one interface: instances of one class, which differ by a number and by what they have captured. */
    private record Group(String name, String contract, String sam, Type erased, List<Function> functions) {

        /** The kinds of values, each in fields of its own: what is in them is cast when it is used. */
        private static final Type[] KINDS = {
            Type.INT_TYPE, Type.LONG_TYPE, Type.FLOAT_TYPE, Type.DOUBLE_TYPE, Type.getType(Object.class)
        };

        byte[] bytes() {
            ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_MAXS);
            type.visit(V1_8, ACC_FINAL | ACC_SUPER | ACC_SYNTHETIC, name, null, "java/lang/Object", new String[] {contract});
            fields().forEach((field, kind) ->
                    type.visitField(ACC_PRIVATE | ACC_FINAL, field, kind.getDescriptor(), null, null).visitEnd());
            constructor(type);
            onlyInstances(type);
            functions.stream().filter(function -> function.captured.length > 0).forEach(function -> factory(type, function));
            call(type);
            type.visitEnd();
            return type.toByteArray();
        }

        /** With their kinds, in the order of the constructor's arguments: which lambda it is, and room for what any of them captures. */
        private Map<String, Type> fields() {
            Map<String, Type> fields = new LinkedHashMap<>();
            fields.put("which", Type.INT_TYPE);
            functions.forEach(function -> {
                for (int i = 0; i < function.captured.length; i++) {
                    fields.put(function.field(i), kind(function.captured[i]));
                }
            });
            return fields;
        }

        private static Type kind(Type type) {
            int code = type.getOpcode(ILOAD);
            return Stream.of(KINDS).filter(kind -> kind.getOpcode(ILOAD) == code).findFirst().orElseThrow();
        }

        private String constructorType() {
            return Type.getMethodDescriptor(Type.VOID_TYPE, fields().values().toArray(Type[]::new));
        }

        private void constructor(ClassVisitor type) {
            MethodVisitor method = type.visitMethod(ACC_PRIVATE, "<init>", constructorType(), null, null);
            method.visitCode();
            method.visitVarInsn(ALOAD, 0);
            method.visitMethodInsn(INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
            int at = 1;
            for (Map.Entry<String, Type> field : fields().entrySet()) {
                method.visitVarInsn(ALOAD, 0);
                method.visitVarInsn(field.getValue().getOpcode(ILOAD), at);
                method.visitFieldInsn(PUTFIELD, name, field.getKey(), field.getValue().getDescriptor());
                at += field.getValue().getSize();
            }
            end(method, RETURN);
        }

        private void onlyInstances(ClassVisitor type) {
            List<Function> alone = functions.stream().filter(function -> function.captured.length == 0).toList();
            if (alone.isEmpty()) {
                return;
            }
            MethodVisitor method = type.visitMethod(ACC_STATIC, "<clinit>", "()V", null, null);
            method.visitCode();
            for (Function function : alone) {
                type.visitField(ACC_STATIC | ACC_FINAL, function.instance(), "L" + name + ";", null, null).visitEnd();
                make(method, function);
                method.visitFieldInsn(PUTSTATIC, name, function.instance(), "L" + name + ";");
            }
            end(method, RETURN);
        }

        private void factory(ClassVisitor type, Function function) {
            MethodVisitor method = type.visitMethod(ACC_STATIC, function.factory(), function.site, null, null);
            method.visitCode();
            make(method, function);
            end(method, ARETURN);
        }

        /** Leaves an instance that has captured the method's arguments on the stack. */
        private void make(MethodVisitor method, Function function) {
            Map<String, Integer> arguments = new HashMap<>();
            int at = 0;
            for (int i = 0; i < function.captured.length; i++) {
                arguments.put(function.field(i), at);
                at += function.captured[i].getSize();
            }
            method.visitTypeInsn(NEW, name);
            method.visitInsn(DUP);
            fields().forEach((field, kind) -> {
                if (arguments.containsKey(field)) {
                    method.visitVarInsn(kind.getOpcode(ILOAD), arguments.get(field));
                } else if (field.equals("which")) {
                    method.visitIntInsn(SIPUSH, function.which);
                } else {
                    method.visitInsn(nothing(kind));
                }
            });
            method.visitMethodInsn(INVOKESPECIAL, name, "<init>", constructorType(), false);
        }

        private static int nothing(Type kind) {
            return switch (kind.getSort()) {
                case Type.INT -> ICONST_0;
                case Type.LONG -> LCONST_0;
                case Type.FLOAT -> FCONST_0;
                case Type.DOUBLE -> DCONST_0;
                default -> ACONST_NULL;
            };
        }

        private void call(ClassVisitor type) {
            MethodVisitor method = type.visitMethod(ACC_PUBLIC, sam, erased.getDescriptor(), null, null);
            method.visitCode();
            if (functions.size() > 1) {
                Label[] labels = Stream.generate(Label::new).limit(functions.size()).toArray(Label[]::new);
                method.visitVarInsn(ALOAD, 0);
                method.visitFieldInsn(GETFIELD, name, "which", "I");
                method.visitTableSwitchInsn(1, functions.size() - 1, labels[0], Arrays.copyOfRange(labels, 1, labels.length));
                for (Function function : functions) {
                    method.visitLabel(labels[function.which]);
                    method.visitFrame(F_SAME, 0, null, 0, null);
                    function.call(method);
                }
            } else {
                functions.get(0).call(method);
            }
            method.visitMaxs(0, 0);
            method.visitEnd();
        }

        private static void end(MethodVisitor method, int code) {
            method.visitInsn(code);
            method.visitMaxs(0, 0);
            method.visitEnd();
        }
    }

    /** One lambda: calls one method with what it captured and what it is given. */
    private record Function(String group, int which, String site, Type erased, Handle target, Type instantiated, Type[] captured) {

        String instance() {
            return "INSTANCE" + which;
        }

        String factory() {
            return "of" + which;
        }

        /** The field of the group that holds the {@code i}th captured value. */
        String field(int i) {
            Type kind = Group.kind(captured[i]);
            long before = Stream.of(captured).limit(i).filter(other -> Group.kind(other).equals(kind)).count();
            return kind.getClassName().replaceAll(".*\\.", "").toLowerCase(Locale.ROOT) + before;
        }

        void call(MethodVisitor method) {
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
                Type kind = Group.kind(captured[i]);
                method.visitFieldInsn(GETFIELD, group, field(i), kind.getDescriptor());
                if (kind.getSort() == Type.OBJECT) {
                    cast(method, kind, captured[i]);
                }
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
            method.visitInsn(due.getOpcode(IRETURN));
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
