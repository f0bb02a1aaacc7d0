package com.acme.apply;

import io.reloadagent.api.ReloadAgent;
import java.util.concurrent.Future;

/** The one part that needs the API on the class path. */
final class Requests {

    private Requests() {}

    /** Asks for a reload, and does not wait for it. */
    static void reload() {
        Future<?> unused = ReloadAgent.requestReload();
    }
}
