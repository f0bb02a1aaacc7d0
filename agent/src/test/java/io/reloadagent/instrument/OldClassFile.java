package io.reloadagent.instrument;

import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;

/** Class files as compilers of old made them. */
final class OldClassFile {

    private OldClassFile() {}

    /** A class file, compiled for Java 8 from source that is older, with another version; before Java 6 without frames. */
    static byte[] of(byte[] file, int version) {
        ClassWriter writer = new ClassWriter(0);
        ClassVisitor ageing = new ClassVisitor(Opcodes.ASM9, writer) {
            @Override
            public void visit(
                    int newer, int access, String name, String signature, String parent, String[] interfaces) {
                super.visit(version, access, name, signature, parent, interfaces);
            }
        };
        boolean frames = (version & 0xFFFF) >= Opcodes.V1_6;
        new ClassReader(file).accept(ageing, frames ? 0 : ClassReader.SKIP_FRAMES);
        return writer.toByteArray();
    }
}
