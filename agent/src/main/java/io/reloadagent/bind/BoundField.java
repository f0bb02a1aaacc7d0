package io.reloadagent.bind;

import io.reloadagent.field.Version;
import io.reloadagent.source.Document;
import io.reloadagent.source.Node;
import io.reloadagent.source.Path;

/** How a dynamic field is bound, for reports. Immutable. */
public final class BoundField {

    private final Binding binding;
    private final Version version;

    BoundField(Binding binding, Version version) {
        this.binding = binding;
        this.version = version;
    }

    /** The path that it follows. */
    public Path path() {
        return binding.path();
    }

    /** The field's type as it is declared, {@code java.util.List<java.lang.String>} for example. */
    public String typeName() {
        return binding.typeName();
    }

    /** What the source in force has for it; null if it has nothing. */
    public Node node() {
        return binding.findEarlier((Document) version.basis());
    }

    /** Whether it keeps its own value although the source's is to be in force: that could not be converted. */
    public boolean isMisfit() {
        return isRead() && !isOverridden() && binding.isInForce(node());
    }

    /** Whether its reads look up which path an instance follows. */
    public boolean isReadByInstance() {
        return binding.cell().isReadByInstance();
    }

    /** Whether it has been read, and its reads are as fast as plain ones. */
    public boolean isSettled() {
        return isRead() && binding.cell().isSettled();
    }

    /** Whether it has been read. */
    public boolean isRead() {
        return version.knows(binding.cell());
    }

    /** Whether the source's value is in force, and not the field's own. */
    public boolean isOverridden() {
        return version.overrides(binding.cell());
    }
}
