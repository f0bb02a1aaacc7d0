package io.reloadagent.instrument;

import net.bytebuddy.jar.asm.Opcodes;

/**
 * Recognises the call of another constructor on the same object, {@code this(...)}, while the instructions of a constructor
 * pass by: it is the one without a {@code NEW} before it. Not thread-safe.
 */
final class DelegatingCall {

    private final String className;

    /** Objects of the class that have been created, and whose constructor has not been called yet. */
    private int created;

    DelegatingCall(String className) {
        this.className = className;
    }

    void passType(int opcode, String type) {
        if (opcode == Opcodes.NEW && type.equals(className)) {
            created++;
        }
    }

    /** Returns whether the method called is another constructor on the same object. */
    boolean passMethod(int opcode, String owner, String name) {
        if (opcode != Opcodes.INVOKESPECIAL || !owner.equals(className) || !name.equals("<init>")) {
            return false;
        }
        boolean other = created > 0;
        created -= other ? 1 : 0;
        return !other;
    }
}
