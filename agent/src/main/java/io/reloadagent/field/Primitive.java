package io.reloadagent.field;

/** Primitive values as 64 bits, and back. */
final class Primitive {

    private Primitive() {}

    static long toBits(Object boxed) {
        if (boxed instanceof Boolean) {
            return (Boolean) boxed ? 1 : 0;
        }
        if (boxed instanceof Character) {
            return (Character) boxed;
        }
        if (boxed instanceof Float) {
            return Float.floatToRawIntBits((Float) boxed);
        }
        if (boxed instanceof Double) {
            return Double.doubleToRawLongBits((Double) boxed);
        }
        return ((Number) boxed).longValue();
    }

    static Object fromBits(Class<?> type, long bits) {
        if (type == int.class) {
            return (int) bits;
        }
        if (type == boolean.class) {
            return bits != 0;
        }
        if (type == long.class) {
            return bits;
        }
        if (type == double.class) {
            return Double.longBitsToDouble(bits);
        }
        if (type == float.class) {
            return Float.intBitsToFloat((int) bits);
        }
        if (type == char.class) {
            return (char) bits;
        }
        return type == short.class ? (Object) (short) bits : (Object) (byte) bits;
    }
}
