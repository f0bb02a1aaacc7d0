package io.reloadagent.instrument;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A class file's constants; JVM specification, section 4.4. Immutable. */
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

    private final int[] tags;

    /** Of an entry that refers to others: their two indexes, each in 16 bits. */
    private final int[] references;

    private final String[] texts;

    private ConstantPool(int size) {
        tags = new int[size];
        references = new int[size];
        texts = new String[size];
    }

    static ConstantPool read(DataInputStream in) throws IOException {
        ConstantPool pool = new ConstantPool(in.readUnsignedShort());
        for (int i = 1; i < pool.tags.length; i++) {
            int tag = in.readUnsignedByte();
            pool.readEntry(i, tag, in);
            if (tag == LONG || tag == DOUBLE) {
                i++; // takes two indexes
            }
        }
        return pool;
    }

    private void readEntry(int index, int tag, DataInputStream in) throws IOException {
        tags[index] = tag;
        switch (tag) {
            case UTF8:
                texts[index] = in.readUTF();
                break;
            case CLASS:
            case STRING:
            case METHOD_TYPE:
            case MODULE:
            case PACKAGE:
                references[index] = in.readUnsignedShort();
                break;
            case METHOD_HANDLE:
                in.readUnsignedByte();
                references[index] = in.readUnsignedShort();
                break;
            case INTEGER:
            case FLOAT:
            case FIELD_REFERENCE:
            case METHOD_REFERENCE:
            case INTERFACE_METHOD_REFERENCE:
            case NAME_AND_TYPE:
            case DYNAMIC:
            case INVOKE_DYNAMIC:
                references[index] = in.readInt();
                break;
            case LONG:
            case DOUBLE:
                in.readLong();
                break;
            default:
                throw new IOException("unknown constant " + tag);
        }
    }

    String utf8(int index) {
        return texts[index];
    }

    String className(int index) {
        return texts[references[index]];
    }

    /** Every reference to a field, its own or another class's. */
    List<FieldReference> fieldReferences() {
        List<FieldReference> fields = new ArrayList<>();
        for (int i = 1; i < tags.length; i++) {
            if (tags[i] == FIELD_REFERENCE) {
                int nameAndType = references[references[i] & 0xFFFF];
                fields.add(new FieldReference(
                        className(references[i] >>> 16), texts[nameAndType >>> 16], texts[nameAndType & 0xFFFF]));
            }
        }
        return fields;
    }
}
