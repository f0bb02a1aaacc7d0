package com.acme.redeploy.web;

/** Has never heard of the agent; its field follows by a rule. */
final class WebRules {

    private int rule = -1;

    int rule() {
        return rule;
    }
}
