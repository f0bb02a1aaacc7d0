package io.reloadagent.source.kind;

import io.reloadagent.source.Branch;
import io.reloadagent.source.Content;
import io.reloadagent.source.Document;
import io.reloadagent.source.Format;
import io.reloadagent.source.Leaf;
import io.reloadagent.source.SourceException;
import java.util.LinkedHashMap;
import java.util.Map;

/** A file of variables, named as those of the environment are, perhaps with a prefix. Immutable. */
public final class VariablesFormat implements Format {

    private final Format format;
    private final String prefix;

    /**
     * @param format how variables and their values are written; never null
     * @param prefix what the names begin with that count, and is left off; empty for all
     */
    public VariablesFormat(Format format, String prefix) {
        this.format = format;
        this.prefix = prefix;
    }

    /** A format as files are read in it: of environment files the keys are names of variables. */
    public static Format forFile(Format format) {
        return format.name().equals("env") ? new VariablesFormat(format, "") : format;
    }

    @Override
    public String name() {
        return format.name();
    }

    @Override
    public Document parse(Content content) throws SourceException {
        Document document = format.parse(content);
        Map<String, Leaf> values = new LinkedHashMap<>();
        document.root().entries().forEach((name, node) -> {
            boolean counts = name.startsWith(prefix) && name.length() > prefix.length();
            if (counts && node instanceof Leaf) {
                values.put(name.substring(prefix.length()), (Leaf) node);
            }
        });
        return new Document(document.name(), Branch.ofVariables(document.root().origin(), values));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VariablesFormat
                && format.equals(((VariablesFormat) other).format)
                && prefix.equals(((VariablesFormat) other).prefix);
    }

    @Override
    public int hashCode() {
        return 31 * format.hashCode() + prefix.hashCode();
    }
}
