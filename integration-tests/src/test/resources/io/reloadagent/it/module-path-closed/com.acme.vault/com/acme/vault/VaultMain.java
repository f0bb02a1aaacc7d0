package com.acme.vault;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Prints what two vaults hold, whenever that has changed. */
final class VaultMain {

    private static final long BREATH_NANOS = 5_000_000;

    private VaultMain() {}

    public static void main(String[] arguments) {
        Map<Vault, String> last = new HashMap<>();
        last.put(new Vault("left", 1), "");
        last.put(new Vault("right", 1), "");
        while (true) {
            last.replaceAll((vault, before) -> {
                String now = vault.describe();
                if (!now.equals(before)) {
                    System.out.println(now);
                }
                return now;
            });
            LockSupport.parkNanos(BREATH_NANOS);
        }
    }
}
