package io.reloadagent.scan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** What a class file says without its code. Complete after {@link #of}. */
final class ClassHead extends ClassVisitor {

    private static final int HIDDEN = Opcodes.ACC_SYNTHETIC | Opcodes.ACC_ENUM;

    String name;
    String superName;
    String[] interfaces;
    int access;
    Mark mark;
    final List<FieldHead> fields = new ArrayList<>();

    /** Those whose names no person gives to a setting. */
    final List<FieldHead> otherFields = new ArrayList<>();

    /** Those that a person wrote: neither constructors nor the compiler's. */
    int methods;

    /** The names of all those. */
    final Set<String> methodNames = new HashSet<>();

    /** The names of those that may set or get a field. */
    final Set<String> accessors = new HashSet<>();

    private ClassHead() {
        super(Opcodes.ASM9);
    }

    static ClassHead of(ClassReader reader) {
        ClassHead head = new ClassHead();
        reader.accept(head, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return head;
    }

    boolean isEnum() {
        return (access & Opcodes.ACC_ENUM) != 0;
    }

    /** As {@code com.acme.Main$Settings}. */
    String className() {
        return name.replace('/', '.');
    }

    @Override
    public void visit(
            int version, int flags, String itsName, String signature, String itsSuperName, String[] itsInterfaces) {
        name = itsName;
        superName = itsSuperName;
        interfaces = itsInterfaces == null ? new String[0] : itsInterfaces;
        access = flags;
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        Mark found = visible ? Mark.of(descriptor) : null;
        if (found == null) {
            return null;
        }
        mark = found;
        return found.reader();
    }

    @Override
    public FieldVisitor visitField(int flags, String itsName, String descriptor, String signature, Object value) {
        if ((flags & HIDDEN) != 0) {
            return null;
        }
        FieldHead field = new FieldHead(itsName, descriptor, flags, value != null);
        boolean other = itsName.equals("serialVersionUID") || itsName.indexOf('$') >= 0;
        (other ? otherFields : fields).add(field);
        return new FieldVisitor(Opcodes.ASM9) {
            @Override
            public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                Mark found = visible ? Mark.of(annotation) : null;
                if (found == null) {
                    return null;
                }
                field.mark = found;
                return found.reader();
            }
        };
    }

    @Override
    public MethodVisitor visitMethod(
            int flags, String itsName, String descriptor, String signature, String[] exceptions) {
        if ((flags & Opcodes.ACC_SYNTHETIC) == 0 && itsName.charAt(0) != '<') {
            methods++;
            methodNames.add(itsName);
            boolean gets = descriptor.startsWith("()") && !descriptor.endsWith("V");
            boolean sets = itsName.startsWith("set") && descriptor.indexOf(')') > 1;
            if (gets || sets) {
                accessors.add(itsName);
            }
        }
        return null;
    }

    /** A field. */
    static final class FieldHead {

        final String name;
        final String descriptor;
        final int access;
        final boolean inlined;

        /** Null without one; set once, when the annotation is read. */
        Mark mark;

        FieldHead(String name, String descriptor, int access, boolean hasConstant) {
            this.name = name;
            this.descriptor = descriptor;
            this.access = access;
            this.inlined = hasConstant && (access & Opcodes.ACC_FINAL) != 0;
        }

        boolean isStatic() {
            return (access & Opcodes.ACC_STATIC) != 0;
        }
    }
}
