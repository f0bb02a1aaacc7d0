package io.reloadagent.field;

import java.lang.reflect.Field;
import java.util.Map;
import java.util.stream.Stream;

/** Fields of every type, and what overrides them. */
@SuppressWarnings("unused")
final class Sample {

    enum Mode {
        SLOW,
        FAST
    }

    private boolean aBoolean;
    private byte aByte;
    private short aShort;
    private char aChar;
    private int anInt;
    private long aLong;
    private float aFloat;
    private double aDouble;
    private String aString;
    private Mode anEnum;
    private int[] anArray;
    private Mode[] anotherArray;
    private Object anObject;

    private static boolean staticBoolean;
    private static byte staticByte;
    private static short staticShort;
    private static char staticChar;
    private static int staticInt;
    private static long staticLong;
    private static float staticFloat;
    private static double staticDouble;
    private static String staticString;
    private static Mode staticEnum;

    /** The field's own value, an override, and another override; by type. */
    private static final Map<Class<?>, Object[]> VALUES = Map.ofEntries(
            Map.entry(boolean.class, new Object[] {false, true, false}),
            Map.entry(byte.class, new Object[] {(byte) 1, Byte.MIN_VALUE, Byte.MAX_VALUE}),
            Map.entry(short.class, new Object[] {(short) 1, Short.MIN_VALUE, Short.MAX_VALUE}),
            Map.entry(char.class, new Object[] {'a', Character.MAX_VALUE, '\0'}),
            Map.entry(int.class, new Object[] {1, Integer.MIN_VALUE, Integer.MAX_VALUE}),
            Map.entry(long.class, new Object[] {1L, Long.MIN_VALUE, Long.MAX_VALUE}),
            Map.entry(float.class, new Object[] {1f, Float.NaN, -0f}),
            Map.entry(double.class, new Object[] {1d, Double.NaN, -0d}),
            Map.entry(String.class, new Object[] {"own", "other", null}),
            Map.entry(Mode.class, new Object[] {Mode.SLOW, Mode.FAST, null}),
            Map.entry(int[].class, new Object[] {new int[0], new int[] {1}, null}),
            Map.entry(Mode[].class, new Object[] {new Mode[0], new Mode[] {Mode.FAST}, null}),
            Map.entry(Object.class, new Object[] {"own", 5, null}));

    static Stream<Field> fields() {
        return Stream.of(Sample.class.getDeclaredFields())
                .filter(field -> !field.isSynthetic() && !field.getName().equals("VALUES"));
    }

    static Field field(String name) throws NoSuchFieldException {
        return Sample.class.getDeclaredField(name);
    }

    static Object own(Field field) {
        return VALUES.get(field.getType())[0];
    }

    static Object override(Field field) {
        return VALUES.get(field.getType())[1];
    }

    static Object secondOverride(Field field) {
        return VALUES.get(field.getType())[2];
    }
}
