package io.reloadagent.bind;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBase;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBuilder;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.CreatorProperty;
import com.fasterxml.jackson.databind.deser.SettableBeanProperty;
import com.fasterxml.jackson.databind.type.CollectionType;
import com.fasterxml.jackson.databind.type.MapType;
import java.util.ArrayList;
import java.util.List;

/** Puts a {@link Guard} before each deserializer that is Jackson's own. */
final class Guards extends BeanDeserializerModifier {

    private static final long serialVersionUID = 1;

    @Override
    public BeanDeserializerBuilder updateBuilder(
            DeserializationConfig config, BeanDescription bean, BeanDeserializerBuilder builder) {
        List<SettableBeanProperty> properties = new ArrayList<>();
        builder.getProperties().forEachRemaining(properties::add);
        for (SettableBeanProperty property : properties) {
            if (!(property instanceof CreatorProperty)) {
                LazyDeserializer lazy = new LazyDeserializer(property.getType());
                builder.addOrReplaceProperty(property.withValueDeserializer(lazy), true);
            }
        }
        return builder;
    }

    @Override
    public JsonDeserializer<?> modifyDeserializer(
            DeserializationConfig config, BeanDescription bean, JsonDeserializer<?> deserializer) {
        boolean ours = deserializer.getClass().getPackage() == Guards.class.getPackage();
        if (ours) {
            return deserializer;
        }
        Class<?> type = bean.getBeanClass();
        JsonDeserializer<?> guarded = deserializer instanceof BeanDeserializerBase
                ? new BeanGuard(deserializer)
                : new UnsupportedDeserializer(type);
        TextFactory factory = TextFactory.of(type);
        return factory == null ? guarded : new TextFirst(guarded, factory);
    }

    @Override
    public JsonDeserializer<?> modifyCollectionDeserializer(
            DeserializationConfig config, CollectionType type, BeanDescription bean, JsonDeserializer<?> deserializer) {
        return ContainerGuard.ofCollection(deserializer, type.getRawClass());
    }

    @Override
    public JsonDeserializer<?> modifyMapDeserializer(
            DeserializationConfig config, MapType type, BeanDescription bean, JsonDeserializer<?> deserializer) {
        return ContainerGuard.ofMap(deserializer, type.getRawClass());
    }
}
