package io.reloadagent.instrument;

import java.util.Collection;

/** Is told, while classes are loaded, of readers that can only be changed later. */
public interface LateReaders {

    /**
     * A class with dynamic fields is being loaded that was looked for in vain before, as it has no file: its readers were
     * left alone.
     *
     * @param owner its internal name
     * @param loaders of the readers
     */
    void ownerFound(String owner, Collection<ClassLoader> loaders);

    /**
     * A class could not be looked at because the thread's stack or the heap is exhausted. To do as little as possible.
     *
     * @param className its internal name
     * @throws VirtualMachineError if not even that can be done
     */
    void exhausted(String className, ClassLoader loader);
}
