package io.reloadagent.scan;

/** What a change of a field's value would do. */
public enum Verdict {

    /** Its readers would see it. */
    FOLLOWS,

    /** The same; its value is a list, a mapping or an array. */
    STRUCTURE,

    /** It is a compile-time constant: the compiler copied its value into the readers, and nothing reaches those. */
    CONSTANT,

    /** The class itself changes it while it works: it is a state, not a setting. */
    STATE,

    /** It is read when the JVM starts, in {@code main} or a static initialiser, and not again. */
    START,

    /** It is read by constructors only: what exists keeps its value. */
    CONSTRUCTION,

    /** Nobody in the archive reads it. */
    UNREAD,

    /** It holds an object that no source has. */
    OBJECT
}
