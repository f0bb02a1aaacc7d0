package io.reloadagent.instrument;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A class file's constants; JVM specification, section 4.4. Nothing is decoded before it is asked for: most classes are
 * done with without one text. Confined to a thread.
 */
final class ConstantPool {

    private static final int UTF8 = 1;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int FIELD_REFERENCE = 9;

    /** Of each constant by its tag, without it; 0 where there is no such tag, and of texts. JVM specification, table 4.4-B. */
    private static final byte[] LENGTHS = {0, 0, 0, 4, 4, 8, 8, 2, 2, 4, 4, 4, 4, 0, 0, 3, 2, 4, 4, 2, 2};

    private static final int LAST_OF_DESCRIPTOR = ';';

    static final byte[] DYNAMIC_ANNOTATION = ascii(DynamicFields.ANNOTATION);
    static final byte[] PINNED_ANNOTATION = ascii("Lio/reloadagent/api/Pinned;");

    private final ClassBytes bytes;

    /** Of each constant, where it stands behind its tag; 0 of the second half of a long one. */
    private final int[] offsets;

    private int[] fieldReferences = new int[8];
    private int fieldReferenceCount;

    /** The class that was asked for last: one after the other, references name the same. */
    private int latestOwnerIndex;

    private String latestOwner;

    private boolean mentionDynamic;
    private boolean mentionPinned;
    private boolean mentionAdopted;

    private ConstantPool(ClassBytes bytes, int size) {
        this.bytes = bytes;
        this.offsets = new int[size];
    }

    /** Every class that is loaded passes here, most of them through the interpreter: few calls, and one look at most texts. */
    static ConstantPool read(ClassBytes bytes) throws IOException {
        ConstantPool pool = new ConstantPool(bytes, bytes.readShort());
        int position = bytes.position();
        for (int i = 1; i < pool.offsets.length; i++) {
            int tag = bytes.byteAt(position++);
            pool.offsets[i] = position;
            if (tag == UTF8) {
                int length = bytes.shortAt(position);
                position += 2 + length;
                if (bytes.byteAt(position - 1) == LAST_OF_DESCRIPTOR) {
                    pool.passDescriptor(position - length, length);
                }
            } else {
                position += lengthOf(tag);
                if (tag == FIELD_REFERENCE) {
                    pool.addFieldReference(i);
                } else if (tag == LONG || tag == DOUBLE) {
                    i++; // takes two indexes
                }
            }
        }
        bytes.continueAt(position);
        return pool;
    }

    /** Of all but texts. */
    private static int lengthOf(int tag) throws IOException {
        if (tag < 0 || tag >= LENGTHS.length || LENGTHS[tag] == 0) {
            throw new IOException("unknown constant " + tag);
        }
        return LENGTHS[tag];
    }

    private void passDescriptor(int offset, int length) {
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

    /** The class that the {@code i}th reference names. */
    String fieldOwner(int i) {
        int index = fieldOwnerIndex(i);
        if (index != latestOwnerIndex) {
            latestOwner = className(index);
            latestOwnerIndex = index;
        }
        return latestOwner;
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
        return new FieldReference(fieldOwner(i), utf8(nameAndType >>> 16), utf8(nameAndType & 0xFFFF));
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
