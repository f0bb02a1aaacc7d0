package io.reloadagent.source;

import java.util.Map;

/**
 * Lists what a document sets, one entry a canonical path, for comparing two documents. A sequence counts as one value, and so does
 * a mapping without keys. Variables of the environment that override nothing are not listed: nobody knows what they are for.
 */
public final class Leaves {

    private Leaves() {}

    /**
     * @param root never null
     * @return canonical path to {@link Leaf}, {@link Sequence} or empty {@link Branch}, in the order of the document; unmodifiable.
     *     Where several keys have one canonical path, the second and further ones get {@code #2} and so on, so that none is lost.
     */
    public static Map<String, Node> of(Branch root) {
        return new Index(root).leaves();
    }

    /** Those of a document, which remembers them. */
    public static Map<String, Node> of(Document document) {
        return document.index().leaves();
    }
}
