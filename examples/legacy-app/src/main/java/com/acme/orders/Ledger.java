package com.acme.orders;

/** What became of the orders so far. */
class Ledger {

    private long done;
    private long late;
    private long cents;

    synchronized void addDone(long price) {
        done++;
        cents += price;
    }

    synchronized void addLate() {
        late++;
    }

    synchronized String summary() {
        return done + " orders done, " + late + " late";
    }

    synchronized String revenue() {
        return String.format("%d.%02d", cents / 100, cents % 100);
    }
}
