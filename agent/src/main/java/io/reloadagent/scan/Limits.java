package io.reloadagent.scan;

/**
 * How much is read of an archive at most, whatever it says of itself: an archive of some kilobytes may unpack to terabytes. Immutable.
 */
final class Limits {

    static final Limits DEFAULT = new Limits(8 << 20, 1L << 30, 8L << 30, 2_000_000, 4);

    final int bytesOfClass;
    final long bytesOfEntry;
    final long bytesOfAll;
    final int entries;
    final int depth;

    /**
     * @param bytesOfClass the largest class file
     * @param bytesOfEntry the largest other entry that has to be unpacked in passing
     * @param bytesOfAll all that is unpacked, in one pass
     * @param entries how many entries and files, in one pass
     * @param depth how deep archives may be packed within each other
     */
    Limits(int bytesOfClass, long bytesOfEntry, long bytesOfAll, int entries, int depth) {
        this.bytesOfClass = bytesOfClass;
        this.bytesOfEntry = bytesOfEntry;
        this.bytesOfAll = bytesOfAll;
        this.entries = entries;
        this.depth = depth;
    }
}
