package com.acme.types;

import com.acme.shell.Busy;
import com.acme.shell.Shell;
import java.util.Arrays;

/** Reads a field of every type. */
public final class TypesMain {

    private TypesMain() {}

    public static void main(String[] args) throws Exception {
        AllTypes all = new AllTypes();
        Busy busy = new Busy()
                .reading("aBoolean", () -> all.aBoolean)
                .reading("aByte", () -> all.aByte)
                .reading("aShort", () -> all.aShort)
                .reading("aChar", () -> all.aChar)
                .reading("anInt", () -> all.anInt)
                .reading("aLong", () -> all.aLong)
                .reading("aFloat", () -> all.aFloat)
                .reading("aDouble", () -> all.aDouble)
                .reading("boxedBoolean", () -> all.boxedBoolean)
                .reading("boxedByte", () -> all.boxedByte)
                .reading("boxedShort", () -> all.boxedShort)
                .reading("boxedChar", () -> all.boxedChar)
                .reading("boxedInt", () -> all.boxedInt)
                .reading("boxedLong", () -> all.boxedLong)
                .reading("boxedFloat", () -> all.boxedFloat)
                .reading("boxedDouble", () -> all.boxedDouble)
                .reading("string", () -> all.string)
                .reading("decimal", () -> all.decimal)
                .reading("level", () -> all.level)
                .reading("duration", () -> all.duration)
                .reading("list", () -> all.list)
                .reading("set", () -> all.set)
                .reading("map", () -> all.map)
                .reading("endpoints", () -> all.endpoints.toString())
                .reading("endpoint", () -> all.endpoint.toString())
                .reading("ints", () -> Arrays.toString(all.ints))
                .reading("names", () -> Arrays.deepToString(all.names))
                .reading("finalInt", () -> all.finalInt)
                .reading("staticInt", () -> AllTypes.staticInt)
                .reading("STATIC_FINAL", () -> AllTypes.STATIC_FINAL)
                .reading("aVolatile", () -> all.aVolatile)
                .begin();
        new Shell().on("seenAll", words -> busy.seenAll()).run();
    }
}
