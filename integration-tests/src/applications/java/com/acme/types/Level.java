package com.acme.types;

/** Of package access: its values may be read in this package only. */
enum Level {
    LOW,
    MIDDLE,
    VERY_HIGH
}
