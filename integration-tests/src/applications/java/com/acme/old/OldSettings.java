package com.acme.old;

/** Settings of an application that was compiled long ago. */
class OldSettings {

    static int staticInt = 1;
    static String staticString = "own";

    boolean aBoolean;
    byte aByte = 1;
    short aShort = 1;
    char aChar = 'a';
    int anInt = 1;
    long aLong = 1;
    float aFloat = 1;
    double aDouble = 1;
    String string = "own";
    int[] ints = {1};
    Speed speed = Speed.SLOW;
}
