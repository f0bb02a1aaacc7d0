package io.reloadagent.settings;

import io.reloadagent.source.Source;

/** One kind of entry in {@code sources:}. Implementations are immutable. */
interface SourceKind {

    /** The key that tells the kind: {@code file}. */
    String key();

    /**
     * Makes the source of an entry.
     *
     * @param entry has a value under {@link #key()}; asking it for a key makes the key known
     * @throws SettingsException with the place, if the entry is wrong
     */
    Source source(SourceEntry entry) throws SettingsException;
}
