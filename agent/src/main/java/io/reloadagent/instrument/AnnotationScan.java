package io.reloadagent.instrument;

import java.io.IOException;

/**
 * Reads the attributes of a class or member for two things: whether it carries an annotation of the API, with its
 * text, and whether it is a compile-time constant. JVM specification, sections 4.7.2 and 4.7.16.
 */
final class AnnotationScan {

    private static final byte[] ANNOTATIONS = ConstantPool.ascii("RuntimeVisibleAnnotations");
    private static final byte[] CONSTANT = ConstantPool.ascii("ConstantValue");

    private static final byte[] NONE = {};

    private final ConstantPool constants;
    private final byte[] annotation;

    /** The text that the annotation carries; empty if it has none; null until it was seen. */
    private String text;

    private boolean constant;

    /** Looks for an annotation, given by its descriptor. */
    AnnotationScan(ConstantPool constants, byte[] annotation) {
        this.constants = constants;
        this.annotation = annotation;
    }

    /** Reads the attributes that follow, all of them. */
    AnnotationScan read(ClassBytes in) throws IOException {
        text = null;
        constant = false;
        int count = in.readShort();
        for (int i = 0; i < count; i++) {
            int name = in.readShort();
            int length = in.readInt();
            if (constants.isUtf8(name, ANNOTATIONS)) {
                readAnnotations(in);
            } else {
                constant |= constants.isUtf8(name, CONSTANT);
                in.skip(length);
            }
        }
        return this;
    }

    /** Of the last that were read. */
    boolean isAnnotated() {
        return text != null;
    }

    /** Of the last that were read: what the annotation carries; empty if nothing; null without the annotation. */
    String text() {
        return text;
    }

    /** Of the last that were read. */
    boolean isConstant() {
        return constant;
    }

    private void readAnnotations(ClassBytes in) throws IOException {
        int count = in.readShort();
        for (int i = 0; i < count; i++) {
            readAnnotation(in, annotation);
        }
    }

    private void readAnnotation(ClassBytes in, byte[] wanted) throws IOException {
        boolean found = constants.isUtf8(in.readShort(), wanted);
        text = found ? "" : text;
        int elements = in.readShort();
        for (int i = 0; i < elements; i++) {
            in.skip(2);
            readValue(in, found);
        }
    }

    /** Keeps a text, if it is one of the annotation that is looked for. */
    private void readValue(ClassBytes in, boolean wanted) throws IOException {
        switch (in.readByte()) {
            case 'e':
                in.skip(4);
                break;
            case '@':
                readAnnotation(in, NONE);
                break;
            case 's':
                int index = in.readShort();
                text = wanted ? constants.utf8(index) : text;
                break;
            case '[':
                int count = in.readShort();
                for (int i = 0; i < count; i++) {
                    readValue(in, false);
                }
                break;
            default:
                in.skip(2);
        }
    }

    /** Passes attributes without a look at them. */
    static void skip(ClassBytes in) throws IOException {
        int count = in.readShort();
        for (int i = 0; i < count; i++) {
            in.skip(2);
            in.skip(in.readInt());
        }
    }
}
