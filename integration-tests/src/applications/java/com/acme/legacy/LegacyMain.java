package com.acme.legacy;

import com.acme.shell.Busy;
import com.acme.shell.Shell;

/** Has never heard of the agent; its own values differ from what the file says. */
public final class LegacyMain {

    private LegacyMain() {}

    public static void main(String[] args) throws Exception {
        PoolConfig config = new PoolConfig(5, 50);
        Busy busy = new Busy()
                .reading("maxConns", config::getMaxConns)
                .reading("timeoutMillis", config::getTimeoutMillis)
                .reading("mode", () -> PoolConfig.mode)
                .begin();
        new Shell()
                .on("seen", words -> busy.seen(words.get(0)))
                .on("set", words -> {
                    config.setMaxConns(Integer.parseInt(words.get(0)));
                    return config.getMaxConns();
                })
                .run();
    }
}
