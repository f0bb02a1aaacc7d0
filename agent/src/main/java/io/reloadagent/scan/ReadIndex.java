package io.reloadagent.scan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassReader;

/** Finds the field that an instruction of any class reads, of those that somebody asks for. Immutable but for what it is told of readers. */
final class ReadIndex {

    private static final int FIELD = 9;
    private static final int METHOD = 10;
    private static final int INTERFACE_METHOD = 11;

    private final Types types;
    private final Map<String, List<ClassFacts>> byField = new HashMap<>();
    private final Map<String, List<ClassFacts>> byGetter = new HashMap<>();

    ReadIndex(Collection<ClassFacts> classes, Types types) {
        this.types = types;
        for (ClassFacts facts : classes) {
            for (FieldFacts field : facts.fields()) {
                byField.computeIfAbsent(field.name(), any -> new ArrayList<>(1)).add(facts);
            }
            for (String getter : facts.getters().keySet()) {
                byGetter.computeIfAbsent(getter, any -> new ArrayList<>(1)).add(facts);
            }
        }
    }

    /** Whether a class may read such a field, by the names in its constant pool: nearly all are done with after this. */
    boolean mayRead(ClassReader reader) {
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int i = 1; i < reader.getItemCount(); i++) {
            int item = reader.getItem(i);
            int tag = item == 0 ? 0 : reader.readByte(item - 1);
            if (tag == FIELD || tag == METHOD || tag == INTERFACE_METHOD) {
                int nameAndType = reader.getItem(reader.readUnsignedShort(item + 2));
                String name = reader.readUTF8(nameAndType, buffer);
                if (tag == FIELD
                        ? byField.containsKey(name)
                        : byGetter.containsKey(name + reader.readUTF8(nameAndType + 2, buffer))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The field that a reference means: one that the named class declares, or inherits. Null for any other. */
    FieldFacts field(String owner, String name, String descriptor) {
        for (ClassFacts facts : byField.getOrDefault(name, Collections.emptyList())) {
            FieldFacts field = facts.field(name, descriptor);
            if (field != null && types.isOrExtends(owner, facts.internalName())) {
                return field;
            }
        }
        return null;
    }

    /** The fields that a call may return: that of a subclass's or an interface's method may be any of several. */
    List<FieldFacts> got(String owner, String name, String descriptor) {
        List<ClassFacts> classes = byGetter.getOrDefault(name + descriptor, Collections.emptyList());
        List<FieldFacts> fields = classes.isEmpty() ? Collections.emptyList() : new ArrayList<>(1);
        for (ClassFacts facts : classes) {
            String declaring = facts.internalName();
            if (types.isOrExtends(owner, declaring) || types.isKindOf(declaring, owner)) {
                fields.add(facts.getters().get(name + descriptor));
            }
        }
        return fields;
    }
}
