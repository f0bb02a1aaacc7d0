package io.reloadagent.bind;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.locks.ReentrantLock;

/** Types that an application may have. */
final class Sample {

    private Sample() {}

    enum Mode {
        READ_ONLY,
        READ_WRITE,
        OFF
    }

    static class Pool {
        private int maxConns = 5;
        private Duration timeout = Duration.ofSeconds(1);
        protected String user;
        List<String> hosts;
        Map<String, Integer> weights;
        private Mode mode;
        private Pool fallback;
        ReentrantLock lock = new ReentrantLock();

        private Pool() {}

        int getMaxConns() {
            return maxConns;
        }

        Duration getTimeout() {
            return timeout;
        }

        Mode getMode() {
            return mode;
        }

        Pool getFallback() {
            return fallback;
        }
    }

    record Limits(int most, Duration within, Set<Mode> modes) {
        Limits {
            if (most < 0) {
                throw new IllegalArgumentException("most must not be negative");
            }
        }
    }

    static class Holder {
        Map<Mode, List<Set<Integer>>> nested;
        EnumMap<Mode, Integer> byMode;
        EnumSet<Mode> some;
        SortedMap<String, Integer> sorted;
        ArrayList<Integer> own;
        Collection<Duration> waits;
        Map<Integer, String> byNumber;
        Object anything;
        Mode[] modes;
        int[][] grid;
        char[] password;
        Thread thread;
        Runnable task;
    }

    static class WithSetters {
        private int size;
        private boolean called;

        int getSize() {
            return size;
        }

        boolean isCalled() {
            return called;
        }

        public void setSize(int size) {
            if (size > 100) {
                throw new IllegalStateException("size " + size + " is too large\nreally");
            }
            this.size = size;
            called = true;
        }
    }
}
