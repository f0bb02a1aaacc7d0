package com.acme.redeploy.web;

import io.reloadagent.api.ConfigChange;
import io.reloadagent.api.PinnedScope;
import io.reloadagent.api.ReloadAgent;
import io.reloadagent.api.ReloadContext;
import io.reloadagent.api.Reloadable;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Uses all that the API has, and gives back in the end what has to be given back. */
@SuppressWarnings("try")
public final class WebServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    private final transient WebSettings settings = new WebSettings();
    private final transient WebRules rules = new WebRules();
    private final transient Registered registered = new Registered();
    private final transient AtomicInteger events = new AtomicInteger();
    private transient ReloadAgent.Observation observation;

    @Override
    public void init() {
        ReloadAgent.register("registered", registered);
        observation = ReloadAgent.observe(event -> events.incrementAndGet());
    }

    @Override
    public void destroy() {
        ReloadAgent.unregister("registered");
        observation.close();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (PinnedScope scope = ReloadAgent.pin()) {
            boolean inItsOwnLoader = getClass().getClassLoader() != HttpServlet.class.getClassLoader();
            response.getWriter()
                    .println(settings.describe() + " rule " + rules.rule() + " own calls " + settings.calls()
                            + " registered calls " + registered.calls.get() + " in its own loader " + inItsOwnLoader);
        }
    }

    /** A module that is registered by name. */
    private static final class Registered implements Reloadable {

        private final AtomicInteger calls = new AtomicInteger();

        @Override
        public void reload(ReloadContext context, List<ConfigChange> changes) {
            calls.incrementAndGet();
        }
    }
}
