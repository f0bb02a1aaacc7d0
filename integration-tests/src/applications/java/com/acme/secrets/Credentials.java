package com.acme.secrets;

import io.reloadagent.api.Dynamic;
import io.reloadagent.api.SecretValue;

/** Secret by its type, by its name, and not at all. */
@Dynamic("vault")
class Credentials {

    SecretValue key = SecretValue.of("own");
    String password = "own";
    int tries = 1;
}
