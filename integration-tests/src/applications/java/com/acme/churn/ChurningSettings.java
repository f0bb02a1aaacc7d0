package com.acme.churn;

import io.reloadagent.api.Dynamic;

/** A number that changes all the time, and a text with it. */
@Dynamic("churn")
final class ChurningSettings {

    static int number = -1;
    String text = "none";
}
