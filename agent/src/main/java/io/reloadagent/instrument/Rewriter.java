package io.reloadagent.instrument;

import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Carries a {@link Plan} out. A plain visitor over Byte Buddy's ASM: it sees every method, synthetic ones with the bodies
 * of lambdas included, needs no other class to be loaded, and leaves all frames as the compiler made them.
 */
final class Rewriter {

    private static final String API_METHOD = "agent";

    private final BridgeCalls bridge;

    Rewriter(BridgeCalls bridge) {
        this.bridge = bridge;
    }

    byte[] rewrite(byte[] bytes, Plan plan) {
        ClassReader reader = new ClassReader(bytes);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(new Methods(writer, plan), 0);
        return writer.toByteArray();
    }

    private final class Methods extends ClassVisitor {

        private final Plan plan;
        private String className;
        private boolean dynamicConstants;

        Methods(ClassVisitor next, Plan plan) {
            super(Opcodes.ASM9, next);
            this.plan = plan;
        }

        @Override
        public void visit(int version, int access, String name, String signature, String parent, String[] interfaces) {
            className = name;
            dynamicConstants = (version & 0xFFFF) >= Opcodes.V11;
            super.visit(version, access, name, signature, parent, interfaces);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
            if (plan.connectsApi() && name.equals(API_METHOD)) {
                bridge.writeApiCall(method);
                return null;
            }
            if (plan.registersModules() && name.equals("<init>")) {
                method = new ModuleConstructor(method, bridge, className);
            }
            return new ReadSites(method, bridge, plan, dynamicConstants);
        }
    }
}
