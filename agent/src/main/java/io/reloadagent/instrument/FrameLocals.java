package io.reloadagent.instrument;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.bytebuddy.jar.asm.Opcodes;

/** The local variables of expanded frames, with one more behind all that the method has itself. */
final class FrameLocals {

    private FrameLocals() {}

    /**
     * Adds a variable to those of a frame.
     *
     * @param count how many of {@code locals} there are
     * @param index the variable's position, in words
     */
    static Object[] with(Object[] locals, int count, int index, Object type) {
        List<Object> extended = new ArrayList<>(Arrays.asList(locals).subList(0, count));
        extended.addAll(Collections.nCopies(index - words(extended), Opcodes.TOP));
        extended.add(type);
        return extended.toArray();
    }

    /** The variable alone, as a frame needs it that may be reached with anything in the others. */
    static Object[] alone(int index, Object type) {
        return with(new Object[0], 0, index, type);
    }

    private static int words(List<Object> locals) {
        return locals.stream()
                .mapToInt(type -> type.equals(Opcodes.LONG) || type.equals(Opcodes.DOUBLE) ? 2 : 1)
                .sum();
    }
}
