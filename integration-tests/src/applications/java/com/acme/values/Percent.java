package com.acme.values;

/** Made by a converter that the application registers. */
final class Percent {

    final int value;

    Percent(int value) {
        this.value = value;
    }

    static Percent read(String text) {
        if (!text.endsWith("%")) {
            throw new IllegalArgumentException("a percentage ends with %");
        }
        return new Percent(Integer.parseInt(text.substring(0, text.length() - 1)));
    }

    @Override
    public String toString() {
        return value + " percent";
    }
}
