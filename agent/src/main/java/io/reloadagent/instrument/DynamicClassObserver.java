package io.reloadagent.instrument;

import io.reloadagent.adopt.AdoptedAnnotation;
import java.util.Collection;

/** Is told of classes whose fields are to be dynamic, when they are loaded. */
public interface DynamicClassObserver {

    /**
     * A class is being loaded, by the calling thread of the application.
     *
     * @param className {@code com.acme.Main$Settings}
     * @param fields the names of all fields that it declares
     * @param inlined the names of those that should be dynamic and cannot, as the compiler copied their values
     */
    void loaded(String className, Collection<String> fields, Collection<String> inlined);

    /**
     * A class is being loaded, by the calling thread of the application, that an annotation of another framework is on.
     *
     * @param field the field that carries it; null if the class does
     * @param text what it says; empty if nothing
     */
    default void adopted(String className, String field, AdoptedAnnotation annotation, String text) {}
}
