package io.reloadagent.bind;

import io.reloadagent.field.SiteType;
import io.reloadagent.field.Versions;
import io.reloadagent.source.Document;
import io.reloadagent.source.Path;
import io.reloadagent.source.SourceException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** Finds the dynamic fields of a class by reflection, without initialising it. */
final class FieldScan {

    private final Rules rules;
    private final Versions versions;
    private final ValueRules values;
    private final Function<Class<?>, Set<String>> inlined;
    private final Document initial;
    private final Consumer<Class<?>> open;
    private final BiConsumer<Object, SourceException> refused;

    FieldScan(
            Rules rules,
            Versions versions,
            ValueRules values,
            Function<Class<?>, Set<String>> inlined,
            Document initial,
            Consumer<Class<?>> open,
            BiConsumer<Object, SourceException> refused) {
        this.rules = rules;
        this.versions = versions;
        this.values = values;
        this.inlined = inlined;
        this.initial = initial;
        this.open = open;
        this.refused = refused;
    }

    Map<String, DynamicField> fields(Class<?> type) {
        try {
            return new Scan(type).fields();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the annotations of " + type.getName() + " cannot be read", e);
        }
    }

    /** That of one class. */
    private final class Scan {

        private final Class<?> type;
        private final Converter converter;

        /** Null if the class is not annotated. */
        private final Prefix annotated;

        /** Null for one that names fields which the class does not have. */
        private final Map<Prefix, InstancePrefix> ofInstances = new HashMap<>();

        /** What annotations of other frameworks say; several if instances are to be told apart. */
        private final Set<Path> adopted;

        Scan(Class<?> type) throws ReflectiveOperationException {
            this.type = type;
            this.converter = values.converterFor(type);
            String annotation = Annotations.dynamic(type);
            this.annotated = annotation == null ? null : Prefix.of(annotation);
            this.adopted = rules.adoption().prefixesOf(type);
        }

        Map<String, DynamicField> fields() throws ReflectiveOperationException {
            Map<String, DynamicField> fields = new LinkedHashMap<>();
            Set<String> constants = inlined.apply(type);
            for (Field field : type.getDeclaredFields()) {
                if (!field.isSynthetic() && !field.isEnumConstant() && !constants.contains(field.getName())) {
                    DynamicField dynamic = field(field, Annotations.dynamic(field));
                    if (dynamic != null) {
                        fields.put(ClassBindings.key(field.getName(), SiteType.descriptorOf(field.getType())), dynamic);
                    }
                }
            }
            return fields;
        }

        /** Null for a field that is not dynamic. */
        private DynamicField field(Field field, String annotation) {
            if (annotation != null && !annotation.isEmpty()) {
                Path path = Path.of(annotation);
                return dynamic(field, path, relative(path), null, null);
            }
            Path name = Path.of("").child(field.getName());
            if (annotation != null || annotated != null) {
                return dynamic(field, annotated == null ? Prefix.of("") : annotated, name, null);
            }
            Rule rule = rules.find(type.getName(), field.getName());
            return rule == null
                    ? adopted(field)
                    : dynamic(
                            field,
                            rule.prefix(),
                            rule.relativePathOf(field.getName()),
                            rule.isInitialSource() ? null : initial);
        }

        /** Null for a field that no annotation of another framework is for, and for one that holds others which follow themselves. */
        private DynamicField adopted(Field field) {
            if (Modifier.isStatic(field.getModifiers())) {
                return null;
            }
            Path path = rules.adoption().pathOf(field);
            if (path != null) {
                return dynamic(field, path, relative(path), null, initial);
            }
            if (adopted.isEmpty() || NestedFields.include(field)) {
                return null;
            }
            Path name = Path.of("").child(NestedFields.nameOf(field));
            Path shared = adopted.size() == 1 ? adopted.iterator().next().child(name.toString()) : null;
            return dynamic(field, shared, name, null, initial);
        }

        /** What of a field's own path is kept below the prefix of an instance. */
        private Path relative(Path path) {
            Path below = annotated == null || annotated.isOfInstance() ? null : annotated.below(path);
            List<String> words = path.words();
            return below == null || below.words().isEmpty() ? Path.of("").child(words.get(words.size() - 1)) : below;
        }

        private DynamicField dynamic(Field field, Prefix prefix, Path relative, Document keptUntil) {
            if (!prefix.isOfInstance()) {
                return dynamic(field, prefix.path().child(relative.toString()), relative, null, keptUntil);
            }
            boolean isStatic = Modifier.isStatic(field.getModifiers());
            InstancePrefix ofInstance = isStatic ? null : ofInstance(prefix);
            return ofInstance == null ? null : dynamic(field, null, relative, ofInstance, keptUntil);
        }

        private Target target(Field field) {
            Rule rule = rules.find(type.getName(), field.getName());
            boolean isSize = Annotations.isSize(field) || (rule != null && rule.isSize(field.getName()));
            Adoption adoption = rules.adoption();
            return new Target(
                    field.getGenericType(),
                    converter,
                    isSize ? Scalar.ofSize(field.getType()) : adoption.scalarOf(field),
                    adoption.isJson(field),
                    values.constraints().of(field));
        }

        private InstancePrefix ofInstance(Prefix prefix) {
            if (!ofInstances.containsKey(prefix)) {
                ofInstances.put(prefix, InstancePrefix.of(type, prefix, open, refused));
            }
            return ofInstances.get(prefix);
        }

        private DynamicField dynamic(
                Field field, Path shared, Path relative, InstancePrefix ofInstance, Document keptUntil) {
            return new DynamicField(
                    field.getDeclaringClass(),
                    versions.cell(field),
                    Modifier.isStatic(field.getModifiers()),
                    target(field),
                    keptUntil,
                    shared,
                    relative,
                    ofInstance);
        }
    }
}
