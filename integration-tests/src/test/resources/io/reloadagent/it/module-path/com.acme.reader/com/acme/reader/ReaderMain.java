package com.acme.reader;

import com.acme.limits.Limits;

/** Reads fields whose types it may not all name. */
public final class ReaderMain {

    private ReaderMain() {}

    public static void main(String[] args) {
        Object token = Limits.token;
        Object logger = Limits.logger;
        System.out.println(token + " " + (logger != null) + " " + Limits.size + " " + Limits.kind + " " + Limits.ownToken());
    }
}
