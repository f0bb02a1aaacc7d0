package io.reloadagent.instrument;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the fields of a class that the compiler copied into their readers: reflection cannot tell them from others. */
public final class InlinedFields {

    private InlinedFields() {}

    /** Their names; empty if there are none, or the class has no file. */
    public static Set<String> of(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        String file = type.getName().replace('.', '/') + ".class";
        try (InputStream in = loader == null ? null : loader.getResourceAsStream(file)) {
            return in == null ? Collections.emptySet() : of(ClassFile.read(Streams.readFully(in)));
        } catch (IOException e) {
            return Collections.emptySet(); // a file that cannot be read was not the one that was loaded
        }
    }

    private static Set<String> of(ClassFile file) {
        return file.fields().stream()
                .filter(ClassFile.Member::isInlined)
                .map(field -> field.name)
                .collect(Collectors.toSet());
    }
}
