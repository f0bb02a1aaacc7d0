package io.reloadagent.benchmarks.loading;

/** Reads the fields of three classes, which are dynamic where the agent is. */
final class PlainReader {

    private PlainReader() {}

    static int sum() {
        return Pool.size + Limits.rate + new Timeouts().connect;
    }

    static final class Pool {
        static int size = 1;
    }

    static final class Limits {
        static int rate = 10;
    }

    static final class Timeouts {
        final int connect = Integer.parseInt("100");
    }
}
