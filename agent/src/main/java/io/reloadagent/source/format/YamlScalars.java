package io.reloadagent.source.format;

import io.reloadagent.source.Leaf;
import io.reloadagent.source.Origin;
import io.reloadagent.source.SourceException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/** Understands scalars as SnakeYAML's safe constructor does, but keeps timestamps and binaries as text. */
final class YamlScalars {

    /** Beyond it SnakeYAML's base 60 numbers overflow without notice. */
    private static final int LONGEST_BASE_60 = 9;

    private static final Set<Tag> TYPED = new HashSet<>(Arrays.asList(Tag.NULL, Tag.BOOL, Tag.INT, Tag.FLOAT));
    private static final Set<Tag> TEXTS = new HashSet<>(Arrays.asList(Tag.STR, Tag.TIMESTAMP, Tag.BINARY));

    private final Resolver resolver = new Resolver();

    boolean isMerge(ScalarEvent event) {
        return event.getTag() == null
                && event.getImplicit().canOmitTagInPlainScalar()
                && event.getValue().equals("<<");
    }

    /** @throws SourceException if the tag is none of the standard ones, or the text is not what its tag says */
    Leaf leaf(ScalarEvent event, Origin origin) throws SourceException {
        String text = event.getValue();
        if (event.getTag() == null || event.getTag().equals("!")) {
            return new Leaf(origin, text, implicitValue(event));
        }
        Tag tag = new Tag(event.getTag());
        if (TEXTS.contains(tag)) {
            return new Leaf(origin, text, text);
        }
        if (!TYPED.contains(tag)) {
            throw YamlAdvice.unknownTag(origin);
        }
        Object value = text.length() > Limits.LONGEST_NUMBER ? text : value(tag, text);
        if (value instanceof String || (value == null && !tag.equals(Tag.NULL))) {
            throw Refusal.at(origin, "the value is not what its tag says; correct it or remove the tag");
        }
        return new Leaf(origin, text, value);
    }

    private Object implicitValue(ScalarEvent event) {
        String text = event.getValue();
        if (text.length() > Limits.LONGEST_NUMBER || (text.length() > LONGEST_BASE_60 && text.indexOf(':') >= 0)) {
            return text;
        }
        Tag tag = resolver.resolve(NodeId.scalar, text, event.getImplicit().canOmitTagInPlainScalar());
        return TYPED.contains(tag) ? value(tag, text) : text;
    }

    /** The text itself where it only looks like a number, as "._" does. */
    private static Object value(Tag tag, String text) {
        if (tag.equals(Tag.NULL)) {
            return null;
        }
        if (tag.equals(Tag.BOOL)) {
            return YamlValues.bool(text);
        }
        try {
            return tag.equals(Tag.INT) ? YamlValues.integer(text) : YamlValues.floating(text);
        } catch (NumberFormatException e) {
            return text;
        }
    }
}
