package io.reloadagent.field;

/** Reads fields whose values only ever increase, from one thread. */
public interface FieldReader {

    /**
     * Reads every field at every site.
     *
     * @param times how often
     * @return how many reads returned less than an earlier one did, of the same or of another field
     */
    long sweep(int times);
}
