package io.reloadagent.instrument;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A class file's constants; JVM specification, section 4.4. Nothing is decoded before it is asked for: most classes are
 * done with without one text. Immutable.
 */
final class ConstantPool {

    private static final int UTF8 = 1;
    private static final int INTEGER = 3;
    private static final int FLOAT = 4;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int CLASS = 7;
    private static final int STRING = 8;
    private static final int FIELD_REFERENCE = 9;
    private static final int METHOD_REFERENCE = 10;
    private static final int INTERFACE_METHOD_REFERENCE = 11;
    private static final int NAME_AND_TYPE = 12;
    private static final int METHOD_HANDLE = 15;
    private static final int METHOD_TYPE = 16;
    private static final int DYNAMIC = 17;
    private static final int INVOKE_DYNAMIC = 18;
    private static final int MODULE = 19;
    private static final int PACKAGE = 20;

    static final byte[] DYNAMIC_ANNOTATION = ascii(DynamicFields.ANNOTATION);
    static final byte[] PINNED_ANNOTATION = ascii("Lio/reloadagent/api/Pinned;");

    private final ClassBytes bytes;

    /** Of each constant, where it stands behind its tag; 0 of the second half of a long one. */
    private final int[] offsets;

    private int[] fieldReferences = new int[8];
    private int fieldReferenceCount;

    private boolean mentionDynamic;
    private boolean mentionPinned;
    private boolean mentionAdopted;

    private ConstantPool(ClassBytes bytes, int size) {
        this.bytes = bytes;
        this.offsets = new int[size];
    }

    static ConstantPool read(ClassBytes bytes) throws IOException {
        ConstantPool pool = new ConstantPool(bytes, bytes.readShort());
        for (int i = 1; i < pool.offsets.length; i++) {
            int tag = bytes.readByte();
            pool.offsets[i] = bytes.position();
            pool.pass(i, tag);
            if (tag == LONG || tag == DOUBLE) {
                i++; // takes two indexes
            }
        }
        return pool;
    }

    private void pass(int index, int tag) throws IOException {
        switch (tag) {
            case UTF8:
                passText(bytes.readShort());
                break;
            case CLASS:
            case STRING:
            case METHOD_TYPE:
            case MODULE:
            case PACKAGE:
                bytes.skip(2);
                break;
            case METHOD_HANDLE:
                bytes.skip(3);
                break;
            case FIELD_REFERENCE:
                addFieldReference(index);
                bytes.skip(4);
                break;
            case INTEGER:
            case FLOAT:
            case METHOD_REFERENCE:
            case INTERFACE_METHOD_REFERENCE:
            case NAME_AND_TYPE:
            case DYNAMIC:
            case INVOKE_DYNAMIC:
                bytes.skip(4);
                break;
            case LONG:
            case DOUBLE:
                bytes.skip(8);
                break;
            default:
                throw new IOException("unknown constant " + tag);
        }
    }

    private void passText(int length) throws IOException {
        int offset = bytes.position();
        bytes.skip(length);
        if (bytes.isAt(offset, length, DYNAMIC_ANNOTATION)) {
            mentionDynamic = true;
        } else if (bytes.isAt(offset, length, PINNED_ANNOTATION)) {
            mentionPinned = true;
        } else if (AdoptedNames.DESCRIPTORS.contain(bytes, offset, length)) {
            mentionAdopted = true;
        }
    }

    private void addFieldReference(int index) {
        if (fieldReferenceCount == fieldReferences.length) {
            fieldReferences = Arrays.copyOf(fieldReferences, 2 * fieldReferenceCount);
        }
        fieldReferences[fieldReferenceCount++] = index;
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether the class, or anything in it, may carry {@code @Dynamic}. */
    boolean mentionDynamic() {
        return mentionDynamic;
    }

    /** Whether any of its methods may carry {@code @Pinned}. */
    boolean mentionPinned() {
        return mentionPinned;
    }

    /** Whether the class, or anything in it, may carry an annotation of another framework. */
    boolean mentionAdopted() {
        return mentionAdopted;
    }

    boolean isUtf8(int index, byte[] text) {
        int offset = offsets[index];
        return bytes.isAt(offset + 2, bytes.shortAt(offset), text);
    }

    String utf8(int index) {
        try {
            return bytes.text(offsets[index]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String className(int index) {
        return utf8(bytes.shortAt(offsets[index]));
    }

    /** How many references to fields there are. */
    int fieldReferenceCount() {
        return fieldReferenceCount;
    }

    /** The index of the class that the {@code i}th reference names. */
    int fieldOwnerIndex(int i) {
        return bytes.shortAt(offsets[fieldReferences[i]]);
    }

    /** The indexes of name and descriptor that the {@code i}th reference names, each in 16 bits. */
    int fieldNameAndType(int i) {
        return bytes.intAt(offsets[bytes.shortAt(offsets[fieldReferences[i]] + 2)]);
    }

    /** Whether the {@code i}th reference may be to a field of one of these names, or of a class of one of these. */
    boolean mayRefer(int i, Texts names, Texts owners) {
        return isIn(names, fieldNameAndType(i) >>> 16) || isIn(owners, bytes.shortAt(offsets[fieldOwnerIndex(i)]));
    }

    private boolean isIn(Texts texts, int utf8) {
        int offset = offsets[utf8];
        return texts.contain(bytes, offset + 2, bytes.shortAt(offset));
    }

    /** The {@code i}th reference to a field. */
    FieldReference fieldReference(int i) {
        int nameAndType = fieldNameAndType(i);
        return new FieldReference(className(fieldOwnerIndex(i)), utf8(nameAndType >>> 16), utf8(nameAndType & 0xFFFF));
    }

    /** Every reference to a field, its own or another class's. */
    List<FieldReference> fieldReferences() {
        List<FieldReference> fields = new ArrayList<>(fieldReferenceCount);
        for (int i = 0; i < fieldReferenceCount; i++) {
            fields.add(fieldReference(i));
        }
        return fields;
    }
}
