package io.reloadagent.reload;

import java.util.concurrent.CompletableFuture;

/** A reload that has not begun, and the answer that all who asked for it wait for. Immutable, but for the answer. */
final class Pending {

    private final Request request;
    private final CompletableFuture<Result> answer;

    Pending(Request request) {
        this(request, new CompletableFuture<>());
    }

    private Pending(Request request, CompletableFuture<Result> answer) {
        this.request = request;
        this.answer = answer;
    }

    /** Another request may know of a later content than the first one brought along. */
    Pending joinedBy(Request other) {
        return new Pending(request.withoutSnapshot().atDepth(Math.min(request.depth(), other.depth())), answer);
    }

    Request request() {
        return request;
    }

    CompletableFuture<Result> answer() {
        return answer;
    }
}
