package io.reloadagent.instrument;

import java.io.DataInputStream;
import java.io.IOException;

/**
 * Reads the attributes of a class or member for two things: whether it carries an annotation, with its text, and whether it
 * is a compile-time constant. JVM specification, sections 4.7.2 and 4.7.16.
 */
final class AnnotationScan {

    private final ConstantPool constants;
    private final String annotation;

    /** The text that the annotation carries; empty if none; null until it was seen. */
    private String text;

    AnnotationScan(ConstantPool constants, String annotation) {
        this.constants = constants;
        this.annotation = annotation;
    }

    /** Reads the attributes that follow, all of them. */
    Attributes attributes(DataInputStream in) throws IOException {
        text = null;
        boolean constant = false;
        int count = in.readUnsignedShort();
        for (int i = 0; i < count; i++) {
            String name = constants.utf8(in.readUnsignedShort());
            int length = in.readInt();
            if (name.equals("RuntimeVisibleAnnotations")) {
                annotations(in);
            } else {
                constant |= name.equals("ConstantValue");
                skip(in, length);
            }
        }
        return new Attributes(text, constant);
    }

    private void annotations(DataInputStream in) throws IOException {
        int count = in.readUnsignedShort();
        for (int i = 0; i < count; i++) {
            annotation(in);
        }
    }

    private void annotation(DataInputStream in) throws IOException {
        boolean found = annotation.equals(constants.utf8(in.readUnsignedShort()));
        if (found) {
            text = "";
        }
        int elements = in.readUnsignedShort();
        for (int i = 0; i < elements; i++) {
            in.readUnsignedShort();
            value(in, found);
        }
    }

    /** Keeps a text, if it is one of the annotation that is looked for. */
    private void value(DataInputStream in, boolean wanted) throws IOException {
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
                    value(in, false);
                }
                break;
            case 's':
                int index = in.readUnsignedShort();
                if (wanted) {
                    text = constants.utf8(index);
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

        private final String text;
        private final boolean constant;

        private Attributes(String text, boolean constant) {
            this.text = text;
            this.constant = constant;
        }

        boolean isAnnotated() {
            return text != null;
        }

        /** The text that the annotation carries; empty if it has none; null without the annotation. */
        String text() {
            return text;
        }

        boolean isConstant() {
            return constant;
        }
    }
}
