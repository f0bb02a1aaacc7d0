package io.reloadagent.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;

/** Handles that read a field, in class files from before there were constants to put in their place. */
public class DynamicConstantsTest {

    /** A bootstrap such as a language's run-time library has. */
    public static CallSite bootstrap(MethodHandles.Lookup caller, String name, MethodType type, MethodHandle getter) {
        return new ConstantCallSite(getter.asType(type));
    }

    @Test
    void aClassForJava8StaysLoadable() throws Exception {
        assertThat(read(Opcodes.V1_8)).isEqualTo(5);
    }

    @Test
    void aClassForJava11Follows() throws Exception {
        assertThat(read(Opcodes.V11)).isEqualTo(7);
    }

    private static Object read(int version) throws Exception {
        try (Instrumenting instrumenting = Instrumenting.annotated().override("size", 7)) {
            return Application.of("package a; @io.reloadagent.api.Dynamic public class Pool { public int size = 5; }")
                    .add("a/Main", reader(version))
                    .transformedBy(instrumenting.transformer)
                    .run("a.Main");
        }
    }

    private static byte[] reader(int version) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(version, Opcodes.ACC_PUBLIC, "a/Main", null, "java/lang/Object", null);
        MethodVisitor run = writer.visitMethod(Opcodes.ACC_STATIC, "run", "()Ljava/lang/Object;", null, null);
        run.visitCode();
        run.visitTypeInsn(Opcodes.NEW, "a/Pool");
        run.visitInsn(Opcodes.DUP);
        run.visitMethodInsn(Opcodes.INVOKESPECIAL, "a/Pool", "<init>", "()V", false);
        run.visitInvokeDynamicInsn(
                "size",
                "(La/Pool;)Ljava/lang/Integer;",
                new Handle(
                        Opcodes.H_INVOKESTATIC,
                        DynamicConstantsTest.class.getName().replace('.', '/'),
                        "bootstrap",
                        MethodType.methodType(
                                        CallSite.class,
                                        MethodHandles.Lookup.class,
                                        String.class,
                                        MethodType.class,
                                        MethodHandle.class)
                                .toMethodDescriptorString(),
                        false),
                new Handle(Opcodes.H_GETFIELD, "a/Pool", "size", "I", false));
        run.visitInsn(Opcodes.ARETURN);
        run.visitMaxs(0, 0);
        run.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }
}
