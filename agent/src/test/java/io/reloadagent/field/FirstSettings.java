package io.reloadagent.field;

import io.reloadagent.api.Dynamic;

/** The first of two classes whose fields change together. */
final class FirstSettings {

    @Dynamic
    static int number;

    private FirstSettings() {}
}
