package com.acme.late;

import io.reloadagent.api.Dynamic;

/** Has no file that anybody could find: as if it had been generated. */
@Dynamic("late")
public class Generated {

    int size = -1;
}
