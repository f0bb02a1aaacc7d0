package com.acme.redeploy.web;

/** A type of the web application itself: a value of it keeps the application's class loader. */
enum Mode {
    EVEN,
    ODD
}
