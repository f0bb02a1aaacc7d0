package io.reloadagent.bind;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.TypeFactory;

/** Sets up Jackson as this package wants it: no annotations, no type names in documents, no modules but the one here. */
final class Mappers {

    private Mappers() {}

    /** A mapper that shares no cache with any other, so that the classes it has seen can be unloaded with it. */
    static ObjectMapper create(ScalarTypes scalars) {
        return JsonMapper.builder()
                .typeFactory(TypeFactory.createDefaultInstance())
                .disable(
                        MapperFeature.USE_ANNOTATIONS,
                        MapperFeature.USE_GETTERS_AS_SETTERS,
                        MapperFeature.ALLOW_FINAL_FIELDS_AS_MUTATORS,
                        MapperFeature.INFER_CREATOR_FROM_CONSTRUCTOR_PROPERTIES)
                .visibility(PropertyAccessor.ALL, Visibility.NONE)
                .visibility(PropertyAccessor.FIELD, Visibility.ANY)
                .visibility(PropertyAccessor.SETTER, Visibility.PUBLIC_ONLY)
                .propertyNamingStrategy(new CanonicalNames())
                .addHandler(new KeyProblems())
                .addModule(new Own(scalars))
                .build();
    }

    private static final class Own extends Module {

        private final ScalarTypes scalars;

        private Own(ScalarTypes scalars) {
            this.scalars = scalars;
        }

        @Override
        public String getModuleName() {
            return "reload-agent";
        }

        @Override
        public Version version() {
            return Version.unknownVersion();
        }

        @Override
        public void setupModule(SetupContext context) {
            context.addDeserializers(new OwnDeserializers(scalars));
            context.addKeyDeserializers(this::keys);
            context.addBeanDeserializerModifier(new Guards());
        }

        private KeyDeserializer keys(JavaType type, DeserializationConfig config, BeanDescription bean) {
            Class<?> raw = type.getRawClass();
            Scalar scalar = raw == String.class ? null : scalars.of(raw);
            return scalar == null ? null : new ScalarKeys(raw, scalar);
        }
    }
}
