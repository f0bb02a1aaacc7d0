package io.reloadagent.source;

/**
 * How much of something sources may have. A small heap bears less of it than a large one, and the heap is the application's. Immutable.
 */
public final class Bound {

    private static final int MIB = 1024 * 1024;

    /** The most that the heap may grow to, as it was when the JVM started. */
    private static final long HEAP = Runtime.getRuntime().maxMemory();

    /** The bytes of one source. */
    public static final Bound BYTES = bytes(10 * MIB);

    /** The values of one source, lists and mappings included: a 2,048th of the heap's bytes. */
    public static final Bound VALUES = of(1_000_000, 2048, "values");

    /** In characters: a key, and the name in a reference. Longer ones are a mistake; their dots would make as many names. */
    public static final int LONGEST_KEY = 1_000;

    private final int most;
    private final String text;

    private Bound(int most, String text) {
        this.most = most;
        this.text = text;
    }

    /**
     * So many, or fewer if the heap is small.
     *
     * @param most in any heap
     * @param each how many bytes of heap there have to be for one
     * @param unit what is counted: "values"
     */
    public static Bound of(int most, int each, String unit) {
        return of(most, each, unit, HEAP);
    }

    static Bound of(int most, int each, String unit, long heap) {
        int here = (int) Math.min(most, heap / each);
        return new Bound(here, withHeap(grouped(here) + " " + unit, here < most, heap));
    }

    /** So many bytes, or fewer if that is more than a 24th of the heap. */
    static Bound bytes(int most) {
        return bytes(most, HEAP);
    }

    static Bound bytes(int most, long heap) {
        int here = (int) Math.min(most, heap / 24);
        return new Bound(here, withHeap(size(here), here < most, heap));
    }

    private static String withHeap(String amount, boolean fewer, long heap) {
        return fewer ? amount + ", the most for a heap of " + size(heap) : amount;
    }

    /** By thousands; a {@link java.util.Formatter} would load the data of locales, at the application's start. */
    private static String grouped(int number) {
        StringBuilder text = new StringBuilder(Integer.toString(number));
        for (int i = text.length() - 3; i > 0; i -= 3) {
            text.insert(i, ',');
        }
        return text.toString();
    }

    /** Never more than it is. */
    private static String size(long bytes) {
        if (bytes < MIB) {
            return bytes / 1024 + " KiB";
        }
        long tenths = bytes % MIB * 10 / MIB;
        return bytes / MIB + (tenths == 0 ? "" : "." + tenths) + " MiB";
    }

    /** As many as are permitted. */
    public int most() {
        return most;
    }

    /** As it follows "more than": {@code 131,072 values, the most for a heap of 256 MiB}. */
    @Override
    public String toString() {
        return text;
    }
}
