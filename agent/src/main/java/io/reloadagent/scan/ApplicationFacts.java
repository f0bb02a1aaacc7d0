package io.reloadagent.scan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.bytebuddy.jar.asm.ClassReader;

/** What the class files of an application tell of some of its classes. Does not change once it is made. */
public final class ApplicationFacts {

    private final String archive;
    private final Predicate<String> wanted;
    private final Types types = new Types();
    private final Map<String, ClassFacts> classes = new LinkedHashMap<>();
    private final List<ClassFacts> annotated = new ArrayList<>();
    private final Map<String, ClassFacts> superclasses = new LinkedHashMap<>();
    private final Notes notes = new Notes();

    private ApplicationFacts(String archive, Predicate<String> wanted) {
        this.archive = archive;
        this.wanted = wanted;
    }

    /**
     * Reads an application, twice.
     *
     * @param wanted of which classes everything is to be known, given as {@code com.acme.Main$Settings}
     * @throws IOException if it cannot be read at all; single files that cannot are noted
     */
    public static ApplicationFacts of(Archive archive, Predicate<String> wanted) throws IOException {
        ApplicationFacts facts = new ApplicationFacts(archive.toString(), wanted);
        archive.read(facts::look, facts.notes);
        ReadIndex index = new ReadIndex(facts.classes.values(), facts.types);
        Set<String> above = facts.above();
        archive.read(
                (part, reader) -> {
                    ReadScan.find(reader, index);
                    if (above.contains(reader.getClassName())) {
                        ClassHead head = ClassHead.of(reader);
                        facts.superclasses.put(head.name, new ClassFacts(head, part, null, facts.types));
                    }
                },
                new Notes());
        return facts;
    }

    private void look(Part part, ClassReader reader) {
        ClassHead head = ClassHead.of(reader);
        types.add(head);
        boolean marked = head.mark != null || head.fields.stream().anyMatch(field -> field.mark != null);
        if (marked) {
            annotated.add(new ClassFacts(head, part, Reason.ANNOTATED, types));
        }
        if (wanted.test(head.className())) {
            ClassFacts facts = new ClassFacts(head, part, null, types);
            Accessors.find(reader, facts);
            classes.put(head.name, facts);
        }
    }

    private Set<String> above() {
        Set<String> above = new HashSet<>();
        for (String type : classes.keySet()) {
            String name = types.superOf(type);
            while (name != null && above.add(name)) {
                name = types.superOf(name);
            }
        }
        above.removeAll(classes.keySet());
        return above;
    }

    /** Where all this was read, for people. */
    public String archive() {
        return archive;
    }

    /** The names of all classes, {@code com.acme.Main$Settings}. */
    public Set<String> classNames() {
        return types.names().stream().map(name -> name.replace('/', '.')).collect(Collectors.toSet());
    }

    /** Those that were wanted. */
    public Collection<ClassFacts> classes() {
        return Collections.unmodifiableCollection(classes.values());
    }

    /** Those with an annotation that says which keys they follow; of these nobody knows who reads them. */
    public List<ClassFacts> annotated() {
        return Collections.unmodifiableList(annotated);
    }

    /** The nearest superclass of one of the wanted, as far as the archive has them, that fits; null if none does. */
    public ClassFacts superclass(ClassFacts facts, Predicate<ClassFacts> fits) {
        Set<String> seen = new HashSet<>();
        String name = types.superOf(facts.internalName());
        while (name != null && seen.add(name)) {
            ClassFacts above = classes.getOrDefault(name, superclasses.get(name));
            if (above != null && fits.test(above)) {
                return above;
            }
            name = types.superOf(name);
        }
        return null;
    }

    /** What was left aside. */
    public Notes notes() {
        return notes;
    }
}
