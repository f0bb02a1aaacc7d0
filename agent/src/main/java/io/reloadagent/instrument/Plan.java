package io.reloadagent.instrument;

import java.util.Set;

/** What is to be changed in one class. Immutable. */
final class Plan {

    private final Set<FieldReference> reads;
    private final Set<String> pinned;
    private final boolean apiLink;
    private final boolean module;
    private final boolean bound;
    private final boolean tracked;

    Plan(
            Set<FieldReference> reads,
            Set<String> pinned,
            boolean apiLink,
            boolean module,
            boolean bound,
            boolean tracked) {
        this.reads = reads;
        this.pinned = pinned;
        this.apiLink = apiLink;
        this.module = module;
        this.bound = bound;
        this.tracked = tracked;
    }

    boolean isEmpty() {
        return reads.isEmpty() && pinned.isEmpty() && !apiLink && !module && !bound && !tracked;
    }

    /** Whether reads of the field get a site behind them. */
    boolean intercepts(FieldReference field) {
        return reads.contains(field);
    }

    static String key(String method, String descriptor) {
        return method + descriptor;
    }

    /** Whether any method sees one version from begin to end. */
    boolean pinsAny() {
        return !pinned.isEmpty();
    }

    /** Whether a method sees one version from begin to end. */
    boolean pins(String method, String descriptor) {
        return pinned.contains(key(method, descriptor));
    }

    /** Whether the class is the API's link, which is to be connected to the bridge. */
    boolean connectsApi() {
        return apiLink;
    }

    /** Whether objects of the class register themselves when their constructor ends. */
    boolean registersModules() {
        return module;
    }

    /** Whether objects of the class, subclasses included, are bound when its constructor ends. */
    boolean bindsInstances() {
        return bound;
    }

    /** Whether objects of the class, subclasses included, are remembered when its constructor ends. */
    boolean tracksInstances() {
        return tracked;
    }
}
