package io.reloadagent.bind;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;

/** Makes what is declared as an interface of the JDK's collections; in the order of the document, unless it is sorted. */
final class InterfaceContainers extends ValueInstantiator.Base {

    private static final long serialVersionUID = 1;

    private InterfaceContainers(Class<?> declared) {
        super(declared);
    }

    /** Null if the type is none of these interfaces. */
    static ValueInstantiator of(Class<?> declared) {
        return Containers.maker(declared) == null ? null : new InterfaceContainers(declared);
    }

    @Override
    public boolean canCreateUsingDefault() {
        return true;
    }

    @Override
    public Object createUsingDefault(DeserializationContext context) {
        return Containers.maker(getValueClass()).get();
    }
}
