package io.reloadagent.source.kind;

import io.reloadagent.source.Content;
import io.reloadagent.source.Origin;
import java.util.Map;
import java.util.function.Function;

/** Makes contents of texts that have names. Immutable. */
public final class EntriesContent {

    private final String name;
    private final EntriesFormat format;

    private EntriesContent(String name, boolean variables, Function<String, Origin> origins) {
        this.name = name;
        this.format = new EntriesFormat(variables, Entries::text, origins);
    }

    /**
     * For names that are paths.
     *
     * @param name what people know the source by; never null
     * @param origins where the value of a name stands
     */
    public static EntriesContent ofPaths(String name, Function<String, Origin> origins) {
        return new EntriesContent(name, false, origins);
    }

    /** For names of variables, in which {@code _} may stand for a dot. */
    static EntriesContent ofVariables(String name, Function<String, Origin> origins) {
        return new EntriesContent(name, true, origins);
    }

    /** The content at a moment. The texts may be in any order, but always in the same. */
    public Content of(Map<String, String> texts) {
        return new Content(name, format, Entries.encodeTexts(texts), null);
    }
}
