package io.reloadagent.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is known of a class and the fields that it declares. Does not change once the scan has ended. */
public final class ClassFacts {

    private static final List<Verdict> VERDICTS = Arrays.asList(Verdict.values());

    private final String internalName;
    private final String part;
    private final Reason reason;
    private final Mark mark;
    private final Set<String> methods;
    private final List<FieldFacts> fields = new ArrayList<>();

    /** The field that a method does nothing but return, by the method's name and descriptor. */
    private final Map<String, FieldFacts> getters = new HashMap<>();

    /** @param reason why it may be a configuration; null if nobody asks */
    ClassFacts(ClassHead head, Part part, Reason reason, Types types) {
        this.internalName = head.name;
        this.part = part.name();
        this.reason = reason;
        this.mark = head.mark;
        this.methods = head.methodNames;
        head.fields.forEach(field -> fields.add(new FieldFacts(field, types)));
        if (reason == null) {
            head.otherFields.forEach(field -> fields.add(new FieldFacts(field, types)));
        }
    }

    void gets(String method, String descriptor, FieldFacts field) {
        field.gotBy(method);
        getters.put(method + descriptor, field);
    }

    /** As {@code com.acme.Main$Settings}. */
    public String name() {
        return internalName.replace('/', '.');
    }

    /** Without its package, {@code Main$Settings}. */
    public String simpleName() {
        return internalName.substring(internalName.lastIndexOf('/') + 1);
    }

    String internalName() {
        return internalName;
    }

    /** Where it is packed: {@code BOOT-INF/classes}. */
    public String part() {
        return part;
    }

    /** Why it may hold a configuration; null if nobody asked. */
    public Reason reason() {
        return reason;
    }

    /** The annotation of the class that says which keys its fields follow; null without one. */
    public Mark mark() {
        return mark;
    }

    /** Its fields, in the order of the class file, without those of the compiler; unmodifiable. */
    public List<FieldFacts> fields() {
        return Collections.unmodifiableList(fields);
    }

    /** The same, what people look for first: annotated, then what follows and is turned, then the rest as far as it follows. */
    public List<FieldFacts> rankedFields() {
        List<FieldFacts> ranked = new ArrayList<>(fields);
        ranked.sort(Comparator.comparingInt(ClassFacts::rank)); // stable
        return ranked;
    }

    private static int rank(FieldFacts field) {
        if (field.mark() != null) {
            return -1;
        }
        boolean turned = field.isTuned() && !(field.isStatic() && field.isFinal());
        return turned && field.verdict() == Verdict.FOLLOWS ? 0 : 1 + VERDICTS.indexOf(field.verdict());
    }

    /** The field of a name; null if it does not declare one. */
    public FieldFacts field(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** The names of the methods that it declares, without those of the compiler; unmodifiable. */
    public Set<String> methods() {
        return Collections.unmodifiableSet(methods);
    }

    Map<String, FieldFacts> getters() {
        return getters;
    }

    FieldFacts field(String name, String descriptor) {
        FieldFacts field = field(name);
        return field != null && field.descriptor().equals(descriptor) ? field : null;
    }

    /** How many of its fields have a verdict. */
    public long count(Verdict verdict) {
        return fields.stream().filter(field -> field.verdict() == verdict).count();
    }
}
