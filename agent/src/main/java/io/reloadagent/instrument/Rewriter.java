package io.reloadagent.instrument;

import java.util.function.BiConsumer;
import java.util.function.ToIntFunction;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodTooLargeException;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Carries a {@link Plan} out. A plain visitor over Byte Buddy's ASM: it sees every method, synthetic ones with the bodies
 * of lambdas included, needs no other class to be loaded, and leaves all frames as the compiler made them.
 */
final class Rewriter {

    private static final String API_METHOD = "agent";
    private static final String API_PIN = "pin";

    /** JVM specification, section 4.1. */
    private static final int MAJOR_VERSION_OFFSET = 6;

    private final BridgeCalls bridge;
    private final ToIntFunction<FieldReference> numbers;
    private final BiConsumer<String, Throwable> failed;

    /**
     * Creates a rewriter.
     *
     * @param numbers gives each field the number by which classes without sites find its filter
     * @param failed is told of a method that keeps its reads, and why
     */
    Rewriter(BridgeCalls bridge, ToIntFunction<FieldReference> numbers, BiConsumer<String, Throwable> failed) {
        this.bridge = bridge;
        this.numbers = numbers;
        this.failed = failed;
    }

    /** Writes the class again as long as another of its methods turns out to be too big, which is left the next time. */
    Rewritten rewrite(byte[] bytes, Plan plan) {
        ClassReader reader = new ClassReader(bytes);
        int version = reader.readShort(MAJOR_VERSION_OFFSET);
        MethodWrappers wrappers = new MethodWrappers(reader, plan, bridge, version >= Opcodes.V1_6);
        OversizedMethods oversized = new OversizedMethods();
        Rewritten rewritten = null;
        while (rewritten == null) {
            rewritten = attempt(reader, plan, wrappers, oversized);
        }
        oversized.report(failed);
        return rewritten;
    }

    /** Null if it added to the methods that are too big. */
    private Rewritten attempt(ClassReader reader, Plan plan, MethodWrappers wrappers, OversizedMethods oversized) {
        int known = oversized.count();
        ClassWriter writer = new ClassWriter(reader, 0);
        try {
            Methods methods = new Methods(writer, plan, wrappers, oversized);
            reader.accept(methods, wrappers.needExpandedFrames() ? ClassReader.EXPAND_FRAMES : 0);
            return oversized.count() == known ? new Rewritten(writer.toByteArray(), methods.sites.counts()) : null;
        } catch (MethodTooLargeException e) {
            MethodName method = new MethodName(e.getClassName(), e.getMethodName(), e.getDescriptor());
            if (!oversized.add(method, "the 65,535 bytes that a method may have")) {
                throw e;
            }
            return null;
        }
    }

    private final class Methods extends ClassVisitor {

        private final Plan plan;
        private final MethodWrappers wrappers;
        private final OversizedMethods oversized;
        private final SiteCount sites = new SiteCount();
        private String className;
        private boolean allowsSites;
        private boolean dynamicConstants;

        Methods(ClassVisitor next, Plan plan, MethodWrappers wrappers, OversizedMethods oversized) {
            super(Opcodes.ASM9, next);
            this.plan = plan;
            this.wrappers = wrappers;
            this.oversized = oversized;
        }

        @Override
        public void visit(int version, int access, String name, String signature, String parent, String[] interfaces) {
            className = name;
            allowsSites = (version & 0xFFFF) >= Opcodes.V1_7;
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
            if (plan.connectsApi() && name.equals(API_PIN)) {
                bridge.writeApiPin(method);
                return null;
            }
            MethodVisitor wrapped = wrappers.wrap(method, name, descriptor);
            MethodName methodName = new MethodName(className, name, descriptor);
            return oversized.contains(methodName) ? wrapped : reads(wrapped, new MethodGrowth(methodName, oversized));
        }

        private MethodVisitor reads(MethodVisitor method, MethodGrowth growth) {
            return allowsSites
                    ? new ReadSites(method, bridge, plan, dynamicConstants, growth, sites)
                    : new FilterCalls(method, bridge, plan, numbers, growth, sites);
        }
    }
}
