package com.acme.instances;

import io.reloadagent.api.Dynamic;

/** Each object has paths of its own, by two of its fields. */
@Dynamic("caches.${region}.${number}")
public final class Cache {

    private final Region region;
    private final long number;
    private long size = 1;

    Cache(Region region, long number) {
        this.region = region;
        this.number = number;
    }

    /** Named in the paths. */
    enum Region {
        NORTH,
        SOUTH
    }

    @Override
    public String toString() {
        return size + " " + region + number;
    }
}
