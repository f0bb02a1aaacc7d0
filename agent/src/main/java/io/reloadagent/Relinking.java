package io.reloadagent;

import io.reloadagent.field.Linker;
import io.reloadagent.report.Log;
import java.lang.invoke.CallSite;
import java.lang.invoke.MutableCallSite;
import java.util.concurrent.Executor;

/**
 * Links sites once more, on the coordinator's thread, whose first read came when its thread had too little stack or memory
 * left. Thread-safe.
 */
final class Relinking {

    private final Linker linker;
    private final Executor coordinatorThread;
    private final Log log;

    Relinking(Linker linker, Executor coordinatorThread, Log log) {
        this.linker = linker;
        this.coordinatorThread = coordinatorThread;
        this.log = log;
    }

    /** Called by the thread that is short of something. */
    void add(MutableCallSite site, String field, Class<?> owner, String descriptor) {
        coordinatorThread.execute(() -> link(site, field, owner, descriptor));
    }

    private void link(MutableCallSite site, String field, Class<?> owner, String descriptor) {
        try {
            CallSite linked = linker.link(field, site.type(), owner, descriptor);
            site.setTarget(linked.dynamicInvoker());
            MutableCallSite.syncAll(new MutableCallSite[] {site});
        } catch (Throwable failure) {
            log.error("reads of {}.{} keep the field's own value", owner.getName(), field, failure);
        }
    }
}
