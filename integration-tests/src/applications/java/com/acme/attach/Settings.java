package com.acme.attach;

import io.reloadagent.api.Dynamic;

@Dynamic("attach")
class Settings {

    static String name = "own";

    int size = -1;

    int size() {
        return size;
    }
}
