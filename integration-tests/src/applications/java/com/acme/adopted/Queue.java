package com.acme.adopted;

import com.alibaba.nacos.api.config.annotation.NacosValue;

/** With Nacos's annotation, on a field that is inherited. */
abstract class Queue {

    @NacosValue(value = "${queue.depth:1}", autoRefreshed = true)
    protected int depth = 1;
}
