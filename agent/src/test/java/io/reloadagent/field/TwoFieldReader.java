package io.reloadagent.field;

import java.util.function.IntSupplier;

/**
 * Reads two fields of two classes at sites of its own. There are too many suppliers for the JVM to inline them into their
 * caller: each is compiled apart, with one field's constant in it, and leaves that constant at a time of its own.
 */
public final class TwoFieldReader implements FieldReader {

    private final SecondSettings second = new SecondSettings();

    /** Each field is read after the other one, and after itself. */
    private final IntSupplier[] sites = {() -> FirstSettings.number, () -> second.number, () -> FirstSettings.number};

    private int newest;

    @Override
    public long sweep(int times) {
        long stale = 0;
        for (int i = 0; i < times; i++) {
            for (IntSupplier site : sites) {
                int number = site.getAsInt();
                if (number < newest) {
                    stale++;
                } else {
                    newest = number;
                }
            }
        }
        return stale;
    }
}
