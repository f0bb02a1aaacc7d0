package io.reloadagent.scan;

import net.bytebuddy.jar.asm.ClassReader;

/** Takes class files, one after the other. */
interface ClassConsumer {

    /** @param part where the class is packed */
    void accept(Part part, ClassReader reader);
}
