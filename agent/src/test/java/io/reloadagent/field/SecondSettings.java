package io.reloadagent.field;

import io.reloadagent.api.Dynamic;

/** The second of two classes whose fields change together. */
final class SecondSettings {

    @Dynamic
    int number;
}
