package com.acme.types;

import io.reloadagent.api.Dynamic;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A field of every type. */
@Dynamic("all")
class AllTypes {

    boolean aBoolean = false;
    byte aByte = 1;
    short aShort = 2;
    char aChar = 'c';
    int anInt = 3;
    long aLong = 4;
    float aFloat = 5.5f;
    double aDouble = 6.5;
    Boolean boxedBoolean = false;
    Byte boxedByte = 1;
    Short boxedShort = 2;
    Character boxedChar = 'c';
    Integer boxedInt = 3;
    Long boxedLong = 4L;
    Float boxedFloat = 5.5f;
    Double boxedDouble = null;
    String string = "own";
    BigDecimal decimal = BigDecimal.ONE;
    Level level = Level.LOW;
    Duration duration = Duration.ofSeconds(1);
    List<Integer> list = Arrays.asList(1, 2);
    Set<Level> set = Collections.singleton(Level.LOW);
    Map<String, Long> map = Collections.singletonMap("own", 1L);
    Map<String, Endpoint> endpoints = Collections.emptyMap();
    Endpoint endpoint = new Endpoint();
    int[] ints = {1, 2};
    String[][] names = {{"own"}};
    final int finalInt = Integer.parseInt("7");
    static int staticInt = 8;
    static final int STATIC_FINAL = Integer.parseInt("9");
    volatile long aVolatile = 10;
}
