package io.reloadagent.cli;

import java.util.ArrayList;
import java.util.List;

/** The words of a call that are no options: the number of a process, where the agent is meant by that, and what the verb takes. Immutable. */
final class Words {

    private final String pid;
    private final List<String> own;

    private Words(String pid, List<String> own) {
        this.pid = pid;
        this.own = own;
    }

    /**
     * Tells them apart by their number.
     *
     * @param given null for none
     * @param own so many belong to the verb
     */
    static Words of(List<String> given, int own) {
        List<String> words = given == null ? new ArrayList<>() : new ArrayList<>(given);
        String pid = words.size() > own ? words.remove(0) : null;
        return new Words(pid, words);
    }

    /** Null if the agent is meant by something else. */
    String pid() {
        return pid;
    }

    /** One of the verb's; null if it is not there. */
    String get(int index) {
        return index < own.size() ? own.get(index) : null;
    }

    /**
     * One of the verb's that is a version.
     *
     * @throws WrongCallException if it is no number
     */
    long version(int index) throws WrongCallException {
        try {
            return Long.parseLong(own.get(index));
        } catch (NumberFormatException noNumber) {
            throw new WrongCallException("a version is a number that history lists, not '" + own.get(index) + "'");
        }
    }
}
