package com.acme.redeploy.web;

import io.reloadagent.api.ConfigChange;
import io.reloadagent.api.Dynamic;
import io.reloadagent.api.ReloadContext;
import io.reloadagent.api.Reloadable;
import java.util.Collections;
import java.util.List;

/** Fields that are annotated, in a module that registers itself. */
@Dynamic("web")
final class WebSettings implements Reloadable {

    private int size = -1;
    private Mode mode;
    private static List<Integer> limits = Collections.emptyList();
    private int calls;

    @Override
    public void reload(ReloadContext context, List<ConfigChange> changes) {
        calls++;
    }

    /** All that it reads. */
    String describe() {
        return "size " + size + " mode " + mode + " limits " + limits;
    }

    /** How often it was called. */
    int calls() {
        return calls;
    }
}
