package io.reloadagent.cli;

/** The number of a process, as somebody wrote it. */
final class ProcessNumber {

    private ProcessNumber() {}

    static long parse(String text) throws WrongCallException {
        if (!text.matches("[1-9]\\d{0,9}")) {
            throw new WrongCallException("a process is named by its number, as list shows it; '" + text + "' is none");
        }
        return Long.parseLong(text);
    }
}
