package com.acme.late;

import java.util.function.Supplier;

/** Is loaded, and a method of it runs, long before the class whose field it reads. */
public class Reader implements Supplier<Integer> {

    private Generated settings;

    /** Loads the class. */
    @Override
    public Integer get() {
        if (settings == null) {
            settings = new Generated();
        }
        return settings.size;
    }
}
