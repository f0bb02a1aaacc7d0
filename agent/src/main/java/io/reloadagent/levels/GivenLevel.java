package io.reloadagent.levels;

/** What a logger was given, and what it had before, by the library's names: a library may be collected. Immutable. */
final class GivenLevel {

    private final String own;
    private final String given;

    /** @param own null for that of the nearest logger above */
    GivenLevel(String own, String given) {
        this.own = own;
        this.given = given;
    }

    /** Null for that of the nearest logger above. */
    String own() {
        return own;
    }

    String given() {
        return given;
    }
}
