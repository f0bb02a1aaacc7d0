package com.acme.adopted;

import com.acme.shell.Busy;
import com.acme.shell.Shell;

/** Has never heard of the agent, and nobody sets what its annotations ask for. Loaded before the classes that it reads. */
public final class AdoptedMain {

    private AdoptedMain() {}

    public static void main(String[] args) throws Exception {
        MailSettings mail = new MailSettings();
        OrderQueue queue = new OrderQueue();
        PoolSettings pool = new PoolSettings();
        Busy busy = new Busy()
                .reading("size", () -> mail.size)
                .reading("limit", () -> mail.limit)
                .reading("banner", () -> mail.banner)
                .reading("limits", queue::limits)
                .reading("depth", queue::depth)
                .reading("maxConns", pool::maxConns)
                .begin();
        new Shell().on("seen", words -> busy.seen(words.get(0))).run();
    }
}
