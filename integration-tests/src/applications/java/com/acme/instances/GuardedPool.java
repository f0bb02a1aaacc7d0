package com.acme.instances;

/** A subclass that no rule names; reads an inherited field. One constructor calls another and goes on. */
public final class GuardedPool extends Pool {

    private final String guard;

    public GuardedPool(String name) {
        this(name, "guarded");
        if (toString().isEmpty()) {
            throw new IllegalArgumentException(name);
        }
    }

    private GuardedPool(String name, String guard) {
        super(name);
        this.guard = guard;
    }

    @Override
    public String toString() {
        return super.toString() + " " + guard;
    }
}
