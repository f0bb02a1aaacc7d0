package io.reloadagent.instrument;

import java.io.DataInputStream;
import java.io.IOException;

/**
 * Reads the attributes of a class or member for two things: whether it carries an annotation, and whether it is a
 * compile-time constant. JVM specification, sections 4.7.2 and 4.7.16.
 */
final class AnnotationScan {

    private final ConstantPool constants;
    private final String annotation;

    AnnotationScan(ConstantPool constants, String annotation) {
        this.constants = constants;
        this.annotation = annotation;
    }

    /** Reads the attributes that follow, all of them. */
    Attributes attributes(DataInputStream in) throws IOException {
        boolean annotated = false;
        boolean constant = false;
        int count = in.readUnsignedShort();
        for (int i = 0; i < count; i++) {
            String name = constants.utf8(in.readUnsignedShort());
            int length = in.readInt();
            if (name.equals("RuntimeVisibleAnnotations")) {
                annotated |= annotations(in);
            } else {
                constant |= name.equals("ConstantValue");
                skip(in, length);
            }
        }
        return new Attributes(annotated, constant);
    }

    private boolean annotations(DataInputStream in) throws IOException {
        boolean found = false;
        int count = in.readUnsignedShort();
        for (int i = 0; i < count; i++) {
            found |= annotation(in);
        }
        return found;
    }

    private boolean annotation(DataInputStream in) throws IOException {
        boolean found = annotation.equals(constants.utf8(in.readUnsignedShort()));
        int elements = in.readUnsignedShort();
        for (int i = 0; i < elements; i++) {
            in.readUnsignedShort();
            skipValue(in);
        }
        return found;
    }

    private void skipValue(DataInputStream in) throws IOException {
        switch (in.readUnsignedByte()) {
            case 'e':
                in.readInt();
                break;
            case '@':
                annotation(in);
                break;
            case '[':
                int count = in.readUnsignedShort();
                for (int i = 0; i < count; i++) {
                    skipValue(in);
                }
                break;
            default:
                in.readUnsignedShort();
        }
    }

    private static void skip(DataInputStream in, int length) throws IOException {
        for (int left = length; left > 0; ) {
            int skipped = in.skipBytes(left);
            if (skipped <= 0) {
                throw new IOException("the class file is cut off");
            }
            left -= skipped;
        }
    }

    /** What was found. */
    static final class Attributes {

        private final boolean annotated;
        private final boolean constant;

        private Attributes(boolean annotated, boolean constant) {
            this.annotated = annotated;
            this.constant = constant;
        }

        boolean isAnnotated() {
            return annotated;
        }

        boolean isConstant() {
            return constant;
        }
    }
}
