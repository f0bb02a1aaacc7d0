package io.reloadagent.bind;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.AbstractDeserializer;
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
        if (deserializer instanceof AbstractDeserializer) {
            return new UnsupportedDeserializer(bean.getBeanClass());
        }
        if (deserializer instanceof BeanDeserializerBase) {
            return new BeanGuard(deserializer);
        }
        boolean ours = deserializer.getClass().getPackage() == Guards.class.getPackage();
        return ours ? deserializer : new ValueGuard(deserializer);
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
