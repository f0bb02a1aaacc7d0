package com.acme.adopted;

import com.ctrip.framework.apollo.spring.annotation.ApolloJsonValue;
import java.util.Arrays;
import java.util.List;

/** With Apollo's annotation. */
final class OrderQueue extends Queue {

    @ApolloJsonValue("${queue.limits:[1]}")
    private List<Integer> limits = Arrays.asList(1);

    List<Integer> limits() {
        return limits;
    }

    int depth() {
        return depth;
    }
}
