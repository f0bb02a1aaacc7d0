package com.acme.values;

/** Made by its own factory. */
final class Host {

    private final String name;

    private Host(String name) {
        this.name = name;
    }

    public static Host of(String name) {
        return new Host(name);
    }

    @Override
    public String toString() {
        return "host " + name;
    }
}
