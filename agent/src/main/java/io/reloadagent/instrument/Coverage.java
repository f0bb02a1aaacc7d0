package io.reloadagent.instrument;

import io.reloadagent.field.FieldResolution;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Adds up, for each dynamic field of the loaded classes, what was changed in their readers. For one report. */
final class Coverage {

    private final Instrumentation instrumentation;

    /** By declaring class, then by field. */
    private final Map<Class<?>, Map<String, int[]>> counts = new HashMap<>();

    Coverage(Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
    }

    /** Adds the changed reads of a loader's classes: a field's class is found where a read of it was resolved before. */
    void add(ClassLoader loader, List<Map<FieldReference, Integer>> readers) {
        Map<String, Class<?>> owners = new HashMap<>();
        readers.forEach(reader -> reader.keySet().forEach(read -> owners.put(dotted(read), null)));
        for (Class<?> type : instrumentation.getInitiatedClasses(loader)) {
            owners.replace(type.getName(), type);
        }
        for (Map<FieldReference, Integer> reader : readers) {
            reader.forEach((read, sites) -> add(owners.get(dotted(read)), read, sites));
        }
    }

    private static String dotted(FieldReference read) {
        return read.owner.replace('/', '.');
    }

    private void add(Class<?> owner, FieldReference read, int sites) {
        Field field = owner == null ? null : FieldResolution.find(read.name, owner, read.descriptor);
        if (field != null) {
            int[] count = counts.computeIfAbsent(field.getDeclaringClass(), any -> new HashMap<>())
                    .computeIfAbsent(DynamicFields.key(read.name, read.descriptor), any -> new int[2]);
            count[0] += sites;
            count[1]++;
        }
    }

    /** The fields of a class. */
    List<FieldCoverage> of(Class<?> type, List<ClassFile.Member> members) {
        List<FieldCoverage> fields = new ArrayList<>();
        Map<String, int[]> ofType = counts.getOrDefault(type, Collections.emptyMap());
        for (ClassFile.Member field : members) {
            int[] count = ofType.getOrDefault(DynamicFields.key(field.name, field.descriptor), new int[2]);
            fields.add(new FieldCoverage(type, field.name, field.descriptor, field.isInlined(), count[0], count[1]));
        }
        return fields;
    }
}
