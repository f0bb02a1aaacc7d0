package com.acme.records;

import com.acme.shell.Busy;
import com.acme.shell.Shell;
import java.util.function.ToIntFunction;

/** Reads the components of a record in every way. */
public final class RecordsMain {

    private RecordsMain() {}

    public static void main(String[] args) throws Exception {
        Limits limits = new Limits(1, "own");
        Limits other = new Limits(10, "other");
        Limits.Window window = new Limits.Window(limits, 3);
        Shard north = new Shard("north", 1);
        Shard south = new Shard("south", 2);
        ToIntFunction<Limits> size = Limits::size;
        int sourceHash = 31 * Integer.hashCode(2) + "source".hashCode();
        Busy busy = new Busy()
                .reading("accessor", limits::size)
                .reading("lambda", () -> size.applyAsInt(limits))
                .reading("toString", limits::toString)
                .reading("equals", () -> limits.equals(other))
                .reading("hashCode", () -> limits.hashCode() == sourceHash)
                .reading("nested", window::toString)
                .reading("shard", north::toString)
                .reading("otherShard", south::replicas)
                .begin();
        new Shell().on("seenAll", words -> busy.seenAll()).run();
    }
}
