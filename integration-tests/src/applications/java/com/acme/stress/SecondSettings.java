package com.acme.stress;

import io.reloadagent.api.Dynamic;

/** The second of two classes whose fields change together. */
@Dynamic("second")
final class SecondSettings {

    int number = -1;
}
