package io.reloadagent.bind;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.util.AccessPattern;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** Reads what holds one other value: the {@code Optional} and {@code Atomic} types. */
final class WrapperDeserializer extends JsonDeserializer<Object> {

    private static final Map<Class<?>, Wrapper> ALL = new HashMap<>();

    static {
        add(Optional.class, Object.class, Optional::of, Optional.empty());
        add(OptionalInt.class, int.class, value -> OptionalInt.of((Integer) value), OptionalInt.empty());
        add(OptionalLong.class, long.class, value -> OptionalLong.of((Long) value), OptionalLong.empty());
        add(OptionalDouble.class, double.class, value -> OptionalDouble.of((Double) value), OptionalDouble.empty());
        add(AtomicBoolean.class, boolean.class, value -> new AtomicBoolean((Boolean) value), null);
        add(AtomicInteger.class, int.class, value -> new AtomicInteger((Integer) value), null);
        add(AtomicLong.class, long.class, value -> new AtomicLong((Long) value), null);
        add(AtomicIntegerArray.class, int[].class, value -> new AtomicIntegerArray((int[]) value), null);
        add(AtomicLongArray.class, long[].class, value -> new AtomicLongArray((long[]) value), null);
        add(AtomicReference.class, Object.class, AtomicReference::new, null);
    }

    private final Wrapper wrapper;

    /** Null for the one that the wrapper always has. */
    private final JavaType content;

    private WrapperDeserializer(Wrapper wrapper, JavaType content) {
        this.wrapper = wrapper;
        this.content = content;
    }

    /** Null if the type is none of these. */
    static JsonDeserializer<?> of(JavaType type) {
        Wrapper wrapper = ALL.get(type.getRawClass());
        if (wrapper == null) {
            return null;
        }
        JavaType declared = wrapper.content == Object.class ? type.containedTypeOrUnknown(0) : null;
        return new WrapperDeserializer(wrapper, declared);
    }

    @Override
    public Object deserialize(JsonParser p, DeserializationContext context) throws IOException {
        JavaType type = content == null ? context.constructType(wrapper.content) : content;
        Object value = context.findContextualValueDeserializer(type, null).deserialize(p, context);
        return value == null ? wrapper.ofNull : wrapper.wrap.apply(value);
    }

    @Override
    public Object getNullValue(DeserializationContext context) {
        return wrapper.ofNull;
    }

    @Override
    public Object getAbsentValue(DeserializationContext context) {
        return wrapper.ofNull;
    }

    @Override
    public AccessPattern getNullAccessPattern() {
        return AccessPattern.CONSTANT;
    }

    @Override
    public boolean isCachable() {
        return true;
    }

    private static void add(Class<?> type, Type content, Function<Object, Object> wrap, Object ofNull) {
        ALL.put(type, new Wrapper(content, wrap, ofNull));
    }

    /** One of these types. */
    private static final class Wrapper {

        private final Type content;
        private final Function<Object, Object> wrap;
        private final Object ofNull;

        Wrapper(Type content, Function<Object, Object> wrap, Object ofNull) {
            this.content = content;
            this.wrap = wrap;
            this.ofNull = ofNull;
        }
    }
}
