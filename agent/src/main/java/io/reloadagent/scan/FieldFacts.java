package io.reloadagent.scan;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** What is known of a field. Does not change once the scan has ended. */
public final class FieldFacts {

    private static final Set<String> STRUCTURES = new HashSet<>(Arrays.asList(
            "Ljava/util/List;",
            "Ljava/util/Set;",
            "Ljava/util/Collection;",
            "Ljava/util/Map;",
            "Ljava/util/Properties;"));

    private final ClassHead.FieldHead head;
    private final Types types;
    private final Readers readers = new Readers();
    private String getter;
    private String setter;
    private String handler;
    private String changer;

    FieldFacts(ClassHead.FieldHead head, Types types) {
        this.head = head;
        this.types = types;
    }

    void gotBy(String method) {
        getter = method;
    }

    /** Of several methods, the one that is named after the field counts, else the first. */
    void setBy(String method, boolean handsOn) {
        boolean named = method.equalsIgnoreCase("set" + head.name);
        setter = setter == null || named ? method : setter;
        handler = handsOn && (handler == null || named) ? method : handler;
    }

    void changedBy(String method) {
        changer = method;
    }

    /** Its name. */
    public String name() {
        return head.name;
    }

    /** Its type as the JVM writes it. */
    public String descriptor() {
        return head.descriptor;
    }

    /** Its type, without packages. */
    public String type() {
        String name = Type.getType(head.descriptor).getClassName();
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }

    /** Whether there is one for all instances. */
    public boolean isStatic() {
        return head.isStatic();
    }

    /** Whether it is declared final, which does not keep it from being followed. */
    public boolean isFinal() {
        return (head.access & Opcodes.ACC_FINAL) != 0;
    }

    /** Whether the compiler copied its value into its readers. */
    public boolean isInlined() {
        return head.inlined;
    }

    /** The annotation that says which key it follows; null without one. */
    public Mark mark() {
        return head.mark;
    }

    /** The method that returns it; null if there is none. */
    public String getter() {
        return getter;
    }

    /** The method that others can set it by, with one parameter of its type; null if there is none. */
    public String setter() {
        return setter;
    }

    /** The method of that kind that does more than to keep the value, as a pool's that grows; null if there is none. */
    public String handler() {
        return handler;
    }

    /** A method by which the class changes it while it works; null if there is none. */
    public String changer() {
        return changer;
    }

    /** Who reads it. */
    public Readers readers() {
        return readers;
    }

    /** Whether a single value is enough for it. */
    public boolean isScalar() {
        return SettableTypes.isScalar(head.descriptor, types);
    }

    /** Its type, if that is one of the JDK's of which a single value is enough; else null. */
    public Class<?> jdkType() {
        return SettableTypes.isScalar(head.descriptor) ? SettableTypes.classOf(head.descriptor) : null;
    }

    /** Whether it may be how large a pool is. */
    public boolean isPoolSize() {
        return !head.inlined && SettableTypes.isCount(head.descriptor) && FieldWords.isPoolSize(head.name);
    }

    /** Whether it is what people turn. */
    public boolean isTuned() {
        return !head.inlined && isScalar() && FieldWords.isTuned(head.name);
    }

    /** What a change would do. */
    public Verdict verdict() {
        if (head.inlined) {
            return Verdict.CONSTANT;
        }
        boolean scalar = isScalar();
        if (!scalar && !isStructure()) {
            return Verdict.OBJECT;
        }
        if (readers.sites() == 0) {
            return Verdict.UNREAD;
        }
        if (changer != null && head.mark == null) {
            return Verdict.STATE;
        }
        if (readers.areAtStart()) {
            return Verdict.START;
        }
        if (readers.areAtConstruction()) {
            return Verdict.CONSTRUCTION;
        }
        return scalar ? Verdict.FOLLOWS : Verdict.STRUCTURE;
    }

    private boolean isStructure() {
        return STRUCTURES.contains(head.descriptor)
                || (head.descriptor.charAt(0) == '[' && SettableTypes.isScalar(head.descriptor.substring(1), types));
    }
}
