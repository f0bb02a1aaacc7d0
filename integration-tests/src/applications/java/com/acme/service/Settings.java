package com.acme.service;

import io.reloadagent.api.Dynamic;
import io.reloadagent.api.Pinned;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

@Dynamic("service")
class Settings {

    private int a = -1;
    private int b = -2;
    private Duration timeout = Duration.ofSeconds(-3);

    @Dynamic("database.password")
    private int password;

    int a() {
        return a;
    }

    int b() {
        return b;
    }

    Duration timeout() {
        return timeout;
    }

    int password() {
        return password;
    }

    /** Of one version. */
    @Pinned
    List<Integer> pair() {
        return Arrays.asList(a, b);
    }
}
