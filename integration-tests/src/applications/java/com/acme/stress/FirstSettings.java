package com.acme.stress;

import io.reloadagent.api.Dynamic;

/** The first of two classes whose fields change together. */
@Dynamic("first")
final class FirstSettings {

    static int number = -1;

    private FirstSettings() {}
}
