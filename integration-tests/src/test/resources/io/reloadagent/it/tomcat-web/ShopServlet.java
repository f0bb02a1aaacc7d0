package com.acme.web;

import NAMESPACE.servlet.http.HttpServlet;
import NAMESPACE.servlet.http.HttpServletRequest;
import NAMESPACE.servlet.http.HttpServletResponse;
import io.reloadagent.api.ConfigChange;
import io.reloadagent.api.Dynamic;
import io.reloadagent.api.ReloadAgent;
import io.reloadagent.api.ReloadContext;
import io.reloadagent.api.Reloadable;
import java.io.IOException;
import java.util.List;

/** The web application "APPLICATION": others have a class of the same name, with another section. */
public final class ShopServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    private final transient Settings settings = new Settings();
    private final transient Limits limits = new Limits("APPLICATION");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean ownCopy = ReloadAgent.class.getClassLoader() == getClass().getClassLoader();
        response.getWriter()
                .println(settings.describe() + " limit " + limits.limit() + " own copy " + ownCopy + " active "
                        + ReloadAgent.isActive());
    }

    /** Follows by its annotation, and is told. */
    @Dynamic("APPLICATION")
    static final class Settings implements Reloadable {

        private int size = -1;
        private static String greeting = "none";
        private volatile int calls;

        @Override
        public void reload(ReloadContext context, List<ConfigChange> changes) {
            calls++;
        }

        String describe() {
            return "size " + size + " greeting " + greeting + " calls " + calls;
        }
    }

    /** Has never heard of the agent; follows by a rule, each by its own name. */
    static final class Limits {

        private final String owner;
        private int limit = -1;

        Limits(String owner) {
            this.owner = owner;
        }

        int limit() {
            return owner.isEmpty() ? 0 : limit;
        }
    }
}
