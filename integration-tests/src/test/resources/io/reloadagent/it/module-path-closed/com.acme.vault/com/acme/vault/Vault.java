package com.acme.vault;

/** Everything in it is private, as in a module that keeps itself to itself. */
final class Vault {

    private static String mode = "calm";

    private final String name;
    private final int size;

    Vault(String name, int size) {
        this.name = name;
        this.size = size;
    }

    String describe() {
        return name + " " + size + " " + mode;
    }
}
