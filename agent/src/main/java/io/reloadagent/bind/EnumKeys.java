package io.reloadagent.bind;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import java.io.IOException;

/** Reads the keys of maps that are constants of an enum. */
final class EnumKeys extends KeyDeserializer {

    private final Class<?> type;
    private final EnumNames names;

    EnumKeys(Class<?> type) {
        this.type = type;
        this.names = new EnumNames(type);
    }

    @Override
    public Object deserializeKey(String key, DeserializationContext context) throws IOException {
        Object constant = names.find(key);
        return constant == null ? context.handleWeirdKey(type, key, "unknown constant") : constant;
    }
}
