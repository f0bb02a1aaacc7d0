package io.reloadagent.benchmarks.load;

import io.reloadagent.api.Dynamic;

/** What the application's work reads. */
@Dynamic("load")
final class LoadSettings {

    static int factor = 31;
    static int summand = 7;
    static int shift = 3;
    static boolean enabled = true;

    private LoadSettings() {}
}
