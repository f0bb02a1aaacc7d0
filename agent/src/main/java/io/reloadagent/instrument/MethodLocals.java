package io.reloadagent.instrument;

import java.util.HashMap;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** How many words of local variables the methods of a class have: who adds one has to know beforehand. */
final class MethodLocals extends ClassVisitor {

    private final Map<String, Integer> locals = new HashMap<>();

    private MethodLocals() {
        super(Opcodes.ASM9);
    }

    static MethodLocals of(ClassReader reader) {
        MethodLocals found = new MethodLocals();
        reader.accept(found, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return found;
    }

    int of(String method, String descriptor) {
        return locals.get(method + descriptor);
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String method, String descriptor, String signature, String[] exceptions) {
        return new MethodVisitor(Opcodes.ASM9) {
            @Override
            public void visitMaxs(int maxStack, int maxLocals) {
                locals.put(method + descriptor, maxLocals);
            }
        };
    }
}
