package io.reloadagent.trigger;

import io.reloadagent.report.Log;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Answers what one command asks, one request after the other, until the command has ended. */
final class CliSession implements Runnable {

    private static final int LOOK_MILLIS = 20;

    private final SessionFolder folder;
    private final Endpoints endpoints;
    private final Consumer<CliSession> ended;
    private final Log log;

    /** Written by the session's own thread, read by who ends it; null before it begins, and when it is over. */
    private volatile Thread runner;

    /** Written by who ends it. */
    private volatile boolean closed;

    /** @param ended is told when it is over */
    CliSession(SessionFolder folder, Endpoints endpoints, Consumer<CliSession> ended, Log log) {
        this.folder = folder;
        this.endpoints = endpoints;
        this.ended = ended;
        this.log = log;
    }

    @Override
    public void run() {
        runner = Thread.currentThread();
        boolean goesOn = false;
        try {
            int number = 1;
            while (!closed && !goesOn && folder.hasClient()) {
                byte[] request = folder.request(number);
                if (request == null) {
                    TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
                } else {
                    goesOn = answer(number++, request);
                }
            }
        } catch (IOException failure) {
            log.warn("a command by {} is not answered: {}", folder.user(), failure.toString());
        } catch (InterruptedException ending) {
            log.debug("a command by {} is not answered: the agent stops", folder.user());
        } finally {
            runner = null;
            if (!goesOn) {
                closeFolder();
            }
            ended.accept(this);
        }
    }

    /** Whether the answer goes on, so that the folder is somebody else's to close. */
    private boolean answer(int number, byte[] request) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Answer answer = answer(new RequestReader(new ByteArrayInputStream(request), bytes));
        answer.writeTo(bytes, true);
        boolean interrupted = Thread.interrupted(); // which would close the file
        folder.answer(number, bytes.toByteArray());
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return answer.continuation() != null && answer.continuation().take(new FolderStream(folder), Deadline.none());
    }

    private Answer answer(RequestReader reader) throws IOException {
        try {
            RequestHead head = reader.head().ofCommandLine();
            return endpoints.at(head.path()).answer(head, reader, folder.user(), Deadline.none());
        } catch (Refusal refusal) {
            return Answer.of(refusal);
        } catch (RuntimeException | LinkageError | StackOverflowError failure) {
            log.error("A request of the command line failed", failure);
            return Answer.of(new Refusal(500, "the request failed; the agent's log tells why"));
        }
    }

    private void closeFolder() {
        try {
            folder.close();
        } catch (IOException unclosable) {
            log.debug("the folder of a command does not close", unclosable);
        }
    }

    /** Ends it; what it waits for is not waited for. */
    void close() {
        closed = true;
        Thread running = runner;
        if (running != null) {
            running.interrupt();
        }
    }
}
