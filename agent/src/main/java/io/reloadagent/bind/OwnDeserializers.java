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
import java.io.File;
import java.io.Serializable;
import java.net.URI;
import java.net.URL;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** Says which types are read by this package and which of the JDK's by Jackson; all others of the JDK are refused. */
final class OwnDeserializers extends Deserializers.Base {

    private static final Set<Class<?>> LEFT_TO_JACKSON = new HashSet<>(Arrays.asList(
            AtomicBoolean.class,
            AtomicInteger.class,
            AtomicLong.class,
            Charset.class,
            Currency.class,
            File.class,
            Locale.class,
            Pattern.class,
            TimeZone.class,
            URI.class,
            URL.class,
            UUID.class));

    @Override
    public JsonDeserializer<?> findBeanDeserializer(JavaType type, DeserializationConfig config, BeanDescription bean) {
        Class<?> raw = type.getRawClass();
        Scalar scalar = Scalar.of(raw);
        if (scalar != null) {
            return new ScalarDeserializer(scalar, raw.isPrimitive());
        }
        if (raw == Object.class || raw == Serializable.class) {
            return new AnyDeserializer();
        }
        boolean refused = raw.getClassLoader() == null && !LEFT_TO_JACKSON.contains(raw);
        return refused ? new UnsupportedDeserializer(raw) : null;
    }

    @Override
    public JsonDeserializer<?> findEnumDeserializer(Class<?> type, DeserializationConfig config, BeanDescription bean) {
        return new EnumDeserializer(type);
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
