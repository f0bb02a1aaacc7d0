package io.reloadagent.instrument;

import io.reloadagent.adopt.AdoptedAnnotation;
import java.io.IOException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Reads the attributes of a class or member for three things: whether it carries an annotation of the API, with its
 * text, which of other frameworks it carries, with theirs, and whether it is a compile-time constant. JVM specification,
 * sections 4.7.2 and 4.7.16.
 */
final class AnnotationScan {

    private static final byte[] ANNOTATIONS = ConstantPool.ascii("RuntimeVisibleAnnotations");
    private static final byte[] CONSTANT = ConstantPool.ascii("ConstantValue");

    private final ConstantPool constants;
    private final byte[] annotation;

    /** The text that the annotation carries; empty if it has none; null until it was seen. */
    private String text;

    private Map<AdoptedAnnotation, String> adopted = Collections.emptyMap();

    private boolean constant;

    /** Looks for an annotation, given by its descriptor. */
    AnnotationScan(ConstantPool constants, byte[] annotation) {
        this.constants = constants;
        this.annotation = annotation;
    }

    /** Reads the attributes that follow, all of them. */
    AnnotationScan read(ClassBytes in) throws IOException {
        text = null;
        adopted = Collections.emptyMap();
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

    /** Of the last that were read: the annotations of other frameworks, with their texts; empty where that has none. */
    Map<AdoptedAnnotation, String> adopted() {
        return adopted;
    }

    /** Of the last that were read. */
    boolean isConstant() {
        return constant;
    }

    private void readAnnotations(ClassBytes in) throws IOException {
        int count = in.readShort();
        for (int i = 0; i < count; i++) {
            int type = in.readShort();
            boolean found = constants.isUtf8(type, annotation);
            text = found ? "" : text;
            AdoptedAnnotation foreign = constants.mentionAdopted() ? AdoptedNames.find(constants.utf8(type)) : null;
            if (foreign != null) {
                keep(foreign, "");
            }
            readElements(in, found, foreign);
        }
    }

    private void readElements(ClassBytes in, boolean wanted, AdoptedAnnotation foreign) throws IOException {
        int elements = in.readShort();
        for (int i = 0; i < elements; i++) {
            int name = in.readShort();
            boolean isText = foreign != null && foreign.isText(constants.utf8(name));
            String value = readValue(in, wanted || isText);
            if (value != null && isText) {
                keep(foreign, value);
            } else if (value != null) {
                text = value;
            }
        }
    }

    /** Returns a text, if that is what it is, and it is wanted; else null. */
    private String readValue(ClassBytes in, boolean wanted) throws IOException {
        switch (in.readByte()) {
            case 'e':
                in.skip(4);
                return null;
            case '@':
                in.skip(2);
                readElements(in, false, null);
                return null;
            case 's':
                int index = in.readShort();
                return wanted ? constants.utf8(index) : null;
            case '[':
                int count = in.readShort();
                for (int i = 0; i < count; i++) {
                    readValue(in, false);
                }
                return null;
            default:
                in.skip(2);
                return null;
        }
    }

    /** An element that is left empty may be meant by the name of another one. */
    private void keep(AdoptedAnnotation foreign, String value) {
        adopted = adopted.isEmpty() ? new EnumMap<>(AdoptedAnnotation.class) : adopted;
        if (!value.isEmpty() || !adopted.containsKey(foreign)) {
            adopted.put(foreign, value);
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
