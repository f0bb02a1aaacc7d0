package io.reloadagent.benchmarks.loading;

import io.reloadagent.api.Dynamic;

/** Reads the fields of three classes, which are dynamic where the agent is. */
final class AnnotatedReader {

    private AnnotatedReader() {}

    static int sum() {
        return Pool.size + Limits.rate + new Timeouts().connect;
    }

    @Dynamic("loading")
    static final class Pool {
        static int size = 1;
    }

    @Dynamic("loading")
    static final class Limits {
        static int rate = 10;
    }

    @Dynamic("loading")
    static final class Timeouts {
        final int connect = Integer.parseInt("100");
    }
}
