package com.acme.adopted;

import com.alibaba.nacos.api.config.annotation.NacosConfigurationProperties;

/** With Nacos's annotation on the class. */
@NacosConfigurationProperties(prefix = "pool", dataId = "app")
final class PoolSettings {

    private int maxConns = 4;

    int maxConns() {
        return maxConns;
    }
}
