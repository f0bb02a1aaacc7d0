package com.acme.old;

import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** Written as one could before Java 5, but for what it implements: the test has its class file made older. */
public final class OldReader implements Function<String, Object>, OldLimits {

    private static final long PAUSE_NANOS = 1000000;
    private static final String[] NAMES = {
        "aBoolean",
        "aByte",
        "aShort",
        "aChar",
        "anInt",
        "aLong",
        "aFloat",
        "aDouble",
        "string",
        "ints",
        "speed",
        "staticInt",
        "staticString",
        "LIMIT",
        "loop"
    };

    private final OldSettings settings = new OldSettings();
    private volatile int seenInLoop = settings.anInt;

    /** Returns all names for null, else what the field of that name reads. */
    @Override
    public Object apply(String name) {
        if (name == null) {
            startLoop();
            return Arrays.asList(NAMES);
        }
        int index = Arrays.asList(NAMES).indexOf(name);
        return index < 8 ? primitive(index) : other(index);
    }

    private Object primitive(int index) {
        switch (index) {
            case 0:
                return Boolean.valueOf(settings.aBoolean);
            case 1:
                return Byte.valueOf(settings.aByte);
            case 2:
                return Short.valueOf(settings.aShort);
            case 3:
                return Character.valueOf(settings.aChar);
            case 4:
                return Integer.valueOf(settings.anInt);
            case 5:
                return Long.valueOf(settings.aLong);
            case 6:
                return Float.valueOf(settings.aFloat);
            default:
                return Double.valueOf(settings.aDouble);
        }
    }

    private Object other(int index) {
        switch (index) {
            case 8:
                return settings.string;
            case 9:
                return Arrays.toString(settings.ints);
            case 10:
                return settings.speed;
            case 11:
                return Integer.valueOf(OldSettings.staticInt);
            case 12:
                return OldSettings.staticString;
            case 13:
                return LIMIT;
            default:
                return Integer.valueOf(seenInLoop);
        }
    }

    /** A frame that runs for ever. */
    private void startLoop() {
        Thread loop = new Thread("loop") {
            @Override
            public void run() {
                while (true) {
                    seenInLoop = settings.anInt;
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
            }
        };
        loop.setDaemon(true);
        loop.start();
    }
}
