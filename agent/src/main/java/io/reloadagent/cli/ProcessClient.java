package io.reloadagent.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.reloadagent.process.Result;
import io.reloadagent.process.Session;
import io.reloadagent.process.UnreachableException;
import java.io.InputStreamReader;
import java.time.Duration;
import java.util.Map;

/**
 * Asks an agent in a JVM of this machine, by its process: with the requests of HTTP, which the agent takes from files. To be allowed to
 * attach to it is all that it takes. The JVM is attached to once, when it is asked first.
 */
final class ProcessClient implements AgentClient {

    private static final String HEAD_END = "\r\n\r\n";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final long pid;
    private final Duration timeout;

    /** Null until the agent is asked first. */
    private Session session;

    ProcessClient(long pid, Duration timeout) {
        this.pid = pid;
        this.timeout = timeout;
    }

    @Override
    public Reply get(String path) throws NotReachedException {
        return reply(ask("GET", path, null));
    }

    @Override
    public Reply get(String path, Map<String, String> query) throws NotReachedException {
        return reply(ask("GET", path + "?" + Parameters.encode(query), null));
    }

    @Override
    public Reply post(String path, Map<String, String> form) throws NotReachedException {
        return reply(ask("POST", path, Parameters.encode(form)));
    }

    @Override
    public EventFeed events() throws NotReachedException {
        String answer = ask("GET", "/admin/events", null);
        return status(answer) == 200
                ? EventFeed.of(new InputStreamReader(session.more(), UTF_8))
                : EventFeed.refused(reply(answer));
    }

    private String ask(String method, String target, String form) throws NotReachedException {
        byte[] body = form == null ? new byte[0] : form.getBytes(ISO_8859_1);
        String head = method + " " + target + " HTTP/1.1"
                + (form == null ? "" : "\r\nContent-Type: " + FORM + "\r\nContent-Length: " + body.length) + HEAD_END;
        try {
            return new String(session().ask((head + (form == null ? "" : form)).getBytes(ISO_8859_1)), UTF_8);
        } catch (UnreachableException nobody) {
            throw new NotReachedException(nobody.getMessage(), nobody);
        }
    }

    private Session session() throws UnreachableException, NotReachedException {
        if (session == null) {
            session = Session.with(pid, timeout);
            Result result = session.order("session", "");
            if (result.is("none")) {
                throw new NoAgentException("there is no agent in process " + pid + "; attach " + pid
                        + " --config FILE loads it, list shows the JVMs");
            }
            if (!result.is("session")) {
                throw new NotReachedException("the agent in process " + pid + " does not answer: " + result.text());
            }
        }
        return session;
    }

    private Reply reply(String answer) throws NotReachedException {
        return Reply.of(status(answer), answer.substring(answer.indexOf(HEAD_END) + HEAD_END.length()), toString());
    }

    private int status(String answer) throws NotReachedException {
        String[] words = answer.split(" ", 3);
        if (words.length < 3 || !words[1].matches("\\d{3}") || !answer.contains(HEAD_END)) {
            throw new NotReachedException(
                    "the agent in process " + pid + " has answered something else than it should");
        }
        return Integer.parseInt(words[1]);
    }

    @Override
    public void close() {
        if (session != null) {
            session.close();
        }
    }

    @Override
    public String toString() {
        return "process " + pid;
    }
}
