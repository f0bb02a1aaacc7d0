package io.reloadagent.cli;

/** How a verb that asks a running agent ends; in the help of each. */
enum ExitStatus {
    DONE(0),
    FAILED(1),
    WRONG_CALL(2),
    NOT_REACHED(3);

    private final int code;

    ExitStatus(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
