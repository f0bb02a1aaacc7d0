package io.reloadagent.bind;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import com.fasterxml.jackson.databind.deser.std.CollectionDeserializer;
import com.fasterxml.jackson.databind.deser.std.MapDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import com.fasterxml.jackson.databind.type.ArrayType;
import com.fasterxml.jackson.databind.type.CollectionType;
import com.fasterxml.jackson.databind.type.MapType;
import com.fasterxml.jackson.databind.type.ReferenceType;
import java.io.Serializable;

/** Says which types are read by this package and which of the JDK's by Jackson; all others of the JDK are refused. */
final class OwnDeserializers extends Deserializers.Base {

    private final ScalarTypes scalars;

    OwnDeserializers(ScalarTypes scalars) {
        this.scalars = scalars;
    }

    @Override
    public JsonDeserializer<?> findBeanDeserializer(JavaType type, DeserializationConfig config, BeanDescription bean) {
        Class<?> raw = type.getRawClass();
        if (raw == Class.class) {
            JavaType bound = type.containedTypeOrUnknown(0);
            return new ScalarDeserializer(scalars.named(bound.getRawClass()), false);
        }
        Scalar scalar = scalars.of(raw);
        if (scalar != null) {
            return new ScalarDeserializer(scalar, raw.isPrimitive());
        }
        if (raw == Object.class || raw == Serializable.class) {
            return new AnyDeserializer();
        }
        JsonDeserializer<?> wrapper = WrapperDeserializer.of(type);
        boolean refused = raw.getClassLoader() == null && raw != Iterable.class;
        return wrapper == null && refused ? new UnsupportedDeserializer(raw) : wrapper;
    }

    @Override
    public JsonDeserializer<?> findEnumDeserializer(Class<?> type, DeserializationConfig config, BeanDescription bean) {
        return new ScalarDeserializer(scalars.of(type), false);
    }

    @Override
    public JsonDeserializer<?> findReferenceDeserializer(
            ReferenceType type,
            DeserializationConfig config,
            BeanDescription bean,
            TypeDeserializer contentTyping,
            JsonDeserializer<?> content) {
        return WrapperDeserializer.of(type);
    }

    @Override
    public JsonDeserializer<?> findArrayDeserializer(
            ArrayType type,
            DeserializationConfig config,
            BeanDescription bean,
            TypeDeserializer itemTyping,
            JsonDeserializer<?> items) {
        Scalar scalar = Scalar.of(type.getRawClass());
        return scalar == null ? new ArrayDeserializer(type.getContentType()) : new ScalarDeserializer(scalar, false);
    }

    /** Jackson's own would forget that an interface was declared. */
    @Override
    @SuppressWarnings("unchecked")
    public JsonDeserializer<?> findCollectionDeserializer(
            CollectionType type,
            DeserializationConfig config,
            BeanDescription bean,
            TypeDeserializer itemTyping,
            JsonDeserializer<?> items) {
        ValueInstantiator instantiator = InterfaceContainers.of(type.getRawClass());
        return instantiator == null
                ? null
                : new CollectionDeserializer(type, (JsonDeserializer<Object>) items, itemTyping, instantiator);
    }

    @Override
    @SuppressWarnings("unchecked")
    public JsonDeserializer<?> findMapDeserializer(
            MapType type,
            DeserializationConfig config,
            BeanDescription bean,
            KeyDeserializer keys,
            TypeDeserializer valueTyping,
            JsonDeserializer<?> values) {
        ValueInstantiator instantiator = InterfaceContainers.of(type.getRawClass());
        return instantiator == null
                ? null
                : new MapDeserializer(type, instantiator, keys, (JsonDeserializer<Object>) values, valueTyping);
    }
}
