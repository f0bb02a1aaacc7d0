package io.reloadagent.bind;

import io.reloadagent.field.SiteType;
import io.reloadagent.field.Versions;
import io.reloadagent.source.Document;
import io.reloadagent.source.Path;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Finds the dynamic fields of a class by reflection, without initialising it. */
final class FieldScan {

    private final Rules rules;
    private final Versions versions;
    private final SecretPaths secret;
    private final Function<Class<?>, Set<String>> inlined;
    private final Document initial;

    FieldScan(
            Rules rules,
            Versions versions,
            SecretPaths secret,
            Function<Class<?>, Set<String>> inlined,
            Document initial) {
        this.rules = rules;
        this.versions = versions;
        this.secret = secret;
        this.inlined = inlined;
        this.initial = initial;
    }

    Map<String, Binding> bindings(Class<?> type) {
        try {
            return bindings(type, Annotations.dynamic(type));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the annotations of " + type.getName() + " cannot be read", e);
        }
    }

    private Map<String, Binding> bindings(Class<?> type, String prefix) throws ReflectiveOperationException {
        Map<String, Binding> bindings = new HashMap<>();
        Converter converter = new Converter(secret);
        Set<String> constants = inlined.apply(type);
        for (Field field : type.getDeclaredFields()) {
            if (field.isSynthetic() || field.isEnumConstant() || constants.contains(field.getName())) {
                continue;
            }
            String annotation = Annotations.dynamic(field);
            Rule rule = rules.find(type.getName(), field.getName());
            Path path = path(field, prefix, annotation, rule);
            if (path != null) {
                boolean annotated = prefix != null || annotation != null;
                bindings.put(
                        ClassBindings.key(field.getName(), SiteType.descriptorOf(field.getType())),
                        new Binding(
                                versions.cell(field),
                                path,
                                field.getGenericType(),
                                converter,
                                annotated || rule.isInitialSource() ? null : initial));
            }
        }
        return bindings;
    }

    /** Null for a field that is not dynamic. */
    private static Path path(Field field, String prefix, String annotation, Rule rule) {
        if (annotation != null && !annotation.isEmpty()) {
            return Path.of(annotation);
        }
        if (annotation != null || prefix != null) {
            return Path.of(prefix == null ? "" : prefix).child(field.getName());
        }
        return rule == null ? null : rule.pathOf(field.getName());
    }
}
