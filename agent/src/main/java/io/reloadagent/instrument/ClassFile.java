package io.reloadagent.instrument;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the scan needs to know of a class file, read without a library: nearly every class is done with after this. The
 * format is that of chapter 4 of the JVM specification. Immutable.
 */
final class ClassFile {

    private static final int PUBLIC = 0x0001;
    private static final String PINNED = "Lio/reloadagent/api/Pinned;";

    private final ConstantPool constants;
    private final int majorVersion;
    private final int access;
    private final String name;
    private final String superName;
    private final List<String> interfaces;
    private final List<Member> fields;
    private final List<Member> methods;
    private final String annotation;

    private ClassFile(DataInputStream in, String annotation) throws IOException {
        in.readInt();
        in.readUnsignedShort();
        majorVersion = in.readUnsignedShort();
        constants = ConstantPool.read(in);
        access = in.readUnsignedShort();
        name = constants.className(in.readUnsignedShort());
        int superIndex = in.readUnsignedShort();
        superName = superIndex == 0 ? null : constants.className(superIndex);
        interfaces = interfaces(in);
        AnnotationScan scan = new AnnotationScan(constants, annotation);
        fields = members(in, scan);
        methods = members(in, new AnnotationScan(constants, PINNED));
        this.annotation = scan.attributes(in).text();
    }

    /**
     * Reads a class file.
     *
     * @param annotation the descriptor of the annotation to look for
     * @throws IOException if it is cut off or malformed
     */
    static ClassFile read(byte[] bytes, String annotation) throws IOException {
        return new ClassFile(new DataInputStream(new ByteArrayInputStream(bytes)), annotation);
    }

    private List<String> interfaces(DataInputStream in) throws IOException {
        int count = in.readUnsignedShort();
        List<String> names = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            names.add(constants.className(in.readUnsignedShort()));
        }
        return names;
    }

    private List<Member> members(DataInputStream in, AnnotationScan scan) throws IOException {
        int count = in.readUnsignedShort();
        List<Member> members = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int memberAccess = in.readUnsignedShort();
            String memberName = constants.utf8(in.readUnsignedShort());
            String descriptor = constants.utf8(in.readUnsignedShort());
            AnnotationScan.Attributes attributes = scan.attributes(in);
            members.add(new Member(
                    memberAccess, memberName, descriptor, attributes.isAnnotated(), attributes.isConstant()));
        }
        return members;
    }

    ConstantPool constants() {
        return constants;
    }

    /** Whether it reads or writes fields by the name of this class. */
    boolean refersTo(String owner) {
        return constants.fieldReferences().stream().anyMatch(field -> field.owner.equals(owner));
    }

    int majorVersion() {
        return majorVersion;
    }

    boolean isPublic() {
        return (access & PUBLIC) != 0;
    }

    String name() {
        return name;
    }

    /** Null for {@link Object} and modules. */
    String superName() {
        return superName;
    }

    List<String> interfaces() {
        return interfaces;
    }

    List<Member> fields() {
        return fields;
    }

    /** The methods with a body that are to see one version from begin to end, by {@link Plan#key}. */
    Set<String> pinnedMethods() {
        return methods.stream()
                .filter(method -> method.annotated && method.hasBody() && method.name.charAt(0) != '<')
                .map(method -> Plan.key(method.name, method.descriptor))
                .collect(Collectors.toSet());
    }

    List<String> fieldNames() {
        return fields.stream().map(field -> field.name).collect(Collectors.toList());
    }

    boolean isAnnotated() {
        return annotation != null;
    }

    /** The text that the annotation of the class carries; empty if it has none; null without the annotation. */
    String annotation() {
        return annotation;
    }

    /** A field or method. */
    static final class Member {

        private static final int FINAL = 0x0010;
        private static final int ABSTRACT_OR_NATIVE = 0x0400 | 0x0100;
        private static final int SYNTHETIC_OR_ENUM = 0x1000 | 0x4000;

        final String name;
        final String descriptor;
        final boolean annotated;
        private final int access;
        private final boolean constant;

        Member(int access, String name, String descriptor, boolean annotated, boolean constant) {
            this.access = access;
            this.name = name;
            this.descriptor = descriptor;
            this.annotated = annotated;
            this.constant = constant;
        }

        /** Whether the compiler copied the field's value into its readers; JLS, sections 4.12.4 and 13.1. */
        boolean isInlined() {
            return constant && (access & FINAL) != 0;
        }

        /** Whether it is a method that is neither abstract nor native. */
        boolean hasBody() {
            return (access & ABSTRACT_OR_NATIVE) == 0;
        }

        /** Whether it is the programmer's own, not the compiler's or a constant of an enum. */
        boolean isWritten() {
            return (access & SYNTHETIC_OR_ENUM) == 0;
        }
    }
}
