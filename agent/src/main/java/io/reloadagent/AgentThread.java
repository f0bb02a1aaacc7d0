package io.reloadagent;

import io.reloadagent.report.DaemonThreads;
import io.reloadagent.report.Log;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A thread of the agent that runs one task after the other. Ends while there is nothing to do, so that an idle agent has no
 * thread for it. When it was shut down, further tasks are dropped: the agent was stopped then.
 */
final class AgentThread extends ScheduledThreadPoolExecutor {

    private static final int IDLE_SECONDS = 10;

    private final Log log;

    AgentThread(String name, Log log) {
        super(1, new DaemonThreads(name), new ThreadPoolExecutor.DiscardPolicy());
        this.log = log;
        setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        allowCoreThreadTimeOut(true);
        setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Says what a task threw: nobody asks for its future. */
    @Override
    protected void afterExecute(Runnable task, Throwable thrown) {
        super.afterExecute(task, thrown);
        Future<?> done = (Future<?>) task;
        if (done.isDone() && !done.isCancelled()) {
            try {
                done.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException e) {
                log.error("a task of the agent failed", e.getCause());
            }
        }
    }
}
