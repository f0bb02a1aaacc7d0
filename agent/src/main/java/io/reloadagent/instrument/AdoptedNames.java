package io.reloadagent.instrument;

import io.reloadagent.adopt.AdoptedAnnotation;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** The annotations of other frameworks as class files name them. */
final class AdoptedNames {

    private static final Map<String, AdoptedAnnotation> BY_DESCRIPTOR = byDescriptor();

    /** All of them. */
    static final Texts DESCRIPTORS = new Texts(BY_DESCRIPTOR.keySet());

    private AdoptedNames() {}

    private static Map<String, AdoptedAnnotation> byDescriptor() {
        Map<String, AdoptedAnnotation> annotations = new HashMap<>();
        for (AdoptedAnnotation annotation : AdoptedAnnotation.values()) {
            annotations.put(annotation.descriptor(), annotation);
        }
        return Collections.unmodifiableMap(annotations);
    }

    /** Null for a descriptor of anything else. */
    static AdoptedAnnotation find(String descriptor) {
        return BY_DESCRIPTOR.get(descriptor);
    }
}
