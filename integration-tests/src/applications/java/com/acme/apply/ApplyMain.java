package com.acme.apply;

import com.acme.shell.Shell;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;

/** Makes pools, and shows their sizes. */
public final class ApplyMain {

    private static final Map<String, Pool> POOLS = new ConcurrentSkipListMap<>();

    private ApplyMain() {}

    public static void main(String[] args) throws Exception {
        new Shell()
                .on("make", words -> make(words.get(0), new Pool(words.get(0))))
                .on("elastic", words -> make(words.get(0), new ElasticPool(words.get(0))))
                .on("behave", words -> POOLS.get(words.get(0)).behaviour = words.get(1))
                .on("sizes", words -> sizes())
                .on("calls", words -> calls())
                .on("limit", words -> Pool.getLimit())
                .on("drop", words -> drop(words.get(0)))
                .run();
    }

    private static String make(String name, Pool pool) {
        POOLS.put(name, pool);
        return name;
    }

    private static List<String> sizes() {
        List<String> sizes = new ArrayList<>();
        POOLS.forEach((name, pool) -> sizes.add(name + " " + pool.getMaxSize()));
        return sizes;
    }

    private static List<String> calls() {
        List<String> calls = new ArrayList<>(Pool.CALLS);
        Pool.CALLS.clear();
        return calls;
    }

    /** Whether the pool was collected. */
    private static boolean drop(String name) throws InterruptedException {
        WeakReference<Pool> dropped = new WeakReference<>(POOLS.remove(name));
        for (int i = 0; i < 200 && dropped.get() != null; i++) {
            System.gc();
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return dropped.get() == null;
    }
}
