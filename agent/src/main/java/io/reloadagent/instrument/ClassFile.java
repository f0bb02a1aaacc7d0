package io.reloadagent.instrument;

import io.reloadagent.adopt.AdoptedAnnotation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the scan needs to know of a class file, read without a library: nearly every class is done with after this. The
 * format is that of chapter 4 of the JVM specification. Confined to a thread.
 */
final class ClassFile {

    private static final int PUBLIC = 0x0001;
    private static final int INTERFACE = 0x0200;
    private static final int ABSTRACT = 0x0400;

    private final ConstantPool constants;
    private final int majorVersion;
    private final int access;
    private final int nameIndex;
    private final String name;
    private final String className;
    private final String superName;
    private final List<String> interfaces;

    /** Of each field, the indexes of its name and its descriptor, each in 16 bits. */
    private final int[] fieldKeys;

    /** Read when they are needed, of few classes: at most once, by the thread that loads the class. */
    private List<Member> fields;

    private final List<Member> methods;
    private final String annotation;
    private final Map<AdoptedAnnotation, String> adopted;
    private final ClassBytes fieldBytes;

    private ClassFile(ClassBytes in) throws IOException {
        in.skip(6);
        majorVersion = in.readShort();
        constants = ConstantPool.read(in);
        access = in.readShort();
        nameIndex = in.readShort();
        name = constants.className(nameIndex);
        className = name.replace('/', '.');
        int superIndex = in.readShort();
        superName = superIndex == 0 ? null : constants.className(superIndex);
        interfaces = interfaces(in);
        fieldBytes = in.from(in.position());
        fieldKeys = fieldKeys(in);
        boolean mentioned = constants.mentionDynamic() || constants.mentionPinned() || constants.mentionAdopted();
        methods = mentioned ? members(in, ConstantPool.PINNED_ANNOTATION) : Collections.emptyList();
        AnnotationScan scan = new AnnotationScan(constants, ConstantPool.DYNAMIC_ANNOTATION);
        annotation = mentioned ? scan.read(in).text() : null;
        adopted = scan.adopted();
    }

    /**
     * Reads a class file.
     *
     * @throws IOException if it is cut off or malformed
     */
    static ClassFile read(byte[] bytes) throws IOException {
        try {
            return new ClassFile(new ClassBytes(bytes));
        } catch (IndexOutOfBoundsException | UncheckedIOException e) {
            throw new IOException("the class file is malformed", e);
        }
    }

    private List<String> interfaces(ClassBytes in) throws IOException {
        int count = in.readShort();
        List<String> names = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            names.add(constants.className(in.readShort()));
        }
        return names;
    }

    private static int[] fieldKeys(ClassBytes in) throws IOException {
        int[] keys = new int[in.readShort()];
        for (int i = 0; i < keys.length; i++) {
            in.skip(2);
            keys[i] = in.readInt();
            AnnotationScan.skip(in);
        }
        return keys;
    }

    private List<Member> members(ClassBytes in, byte[] annotation) throws IOException {
        int count = in.readShort();
        AnnotationScan scan = new AnnotationScan(constants, annotation);
        List<Member> members = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int memberAccess = in.readShort();
            String memberName = constants.utf8(in.readShort());
            String descriptor = constants.utf8(in.readShort());
            scan.read(in);
            members.add(new Member(memberAccess, memberName, descriptor, scan));
        }
        return members;
    }

    /** Whether a reference names a field that this class declares, by the name of this class. */
    boolean declares(int reference) {
        if (constants.fieldOwnerIndex(reference) != nameIndex) {
            return false;
        }
        int key = constants.fieldNameAndType(reference);
        for (int fieldKey : fieldKeys) {
            if (fieldKey == key) {
                return true;
            }
        }
        return false;
    }

    /** Whether the class or one of its fields may carry the annotation. */
    boolean mentionsDynamic() {
        return constants.mentionDynamic();
    }

    /** Whether the class or one of its fields may carry an annotation of another framework. */
    boolean mentionsAdopted() {
        return constants.mentionAdopted();
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

    /** As {@code com.acme.Main$Settings}. */
    String className() {
        return className;
    }

    /** Whether objects are made of just this class: neither an interface nor abstract. */
    boolean isConcrete() {
        return (access & (INTERFACE | ABSTRACT)) == 0;
    }

    /** Null for {@link Object} and modules. */
    String superName() {
        return superName;
    }

    List<String> interfaces() {
        return interfaces;
    }

    List<Member> fields() {
        if (fields == null) {
            try {
                fields = members(fieldBytes.from(fieldBytes.position()), ConstantPool.DYNAMIC_ANNOTATION);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return fields;
    }

    /** The methods with a body that are to see one version from begin to end, by {@link Plan#key}. */
    Set<String> pinnedMethods() {
        if (!constants.mentionPinned()) {
            return Collections.emptySet();
        }
        return methods.stream()
                .filter(method -> method.annotated && method.hasBody() && method.name.charAt(0) != '<')
                .map(method -> Plan.key(method.name, method.descriptor))
                .collect(Collectors.toSet());
    }

    List<String> fieldNames() {
        return fields().stream().map(field -> field.name).collect(Collectors.toList());
    }

    boolean isAnnotated() {
        return annotation != null;
    }

    /** The text that the annotation of the class carries; empty if it has none; null without the annotation. */
    String annotation() {
        return annotation;
    }

    /** The annotations of other frameworks that the class carries, with their texts. */
    Map<AdoptedAnnotation, String> adopted() {
        return adopted;
    }

    /** A field or method. */
    static final class Member {

        private static final int STATIC = 0x0008;
        private static final int FINAL = 0x0010;
        private static final int ABSTRACT_OR_NATIVE = 0x0400 | 0x0100;
        private static final int SYNTHETIC_OR_ENUM = 0x1000 | 0x4000;

        final String name;
        final String descriptor;
        final boolean annotated;

        /** The annotations of other frameworks that it carries, with their texts. */
        final Map<AdoptedAnnotation, String> adopted;

        private final int access;
        private final boolean constant;

        /** @param attributes those of the member, which the scan has read last */
        Member(int access, String name, String descriptor, AnnotationScan attributes) {
            this.access = access;
            this.name = name;
            this.descriptor = descriptor;
            this.annotated = attributes.isAnnotated();
            this.adopted = attributes.adopted();
            this.constant = attributes.isConstant();
        }

        boolean isStatic() {
            return (access & STATIC) != 0;
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
