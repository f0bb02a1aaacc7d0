package io.reloadagent.cli;

import com.fasterxml.jackson.databind.JsonNode;

/** A verb that asks once, and shows the answer. */
abstract class AnswerCommand extends RemoteCommand {

    /** Asks what the verb is about. */
    abstract Reply ask(AgentClient agent) throws NotReachedException, WrongCallException;

    /**
     * Shows to people what the agent has answered, unless it has refused the request.
     *
     * @param agent may be asked for more
     */
    abstract void show(JsonNode answer, Screen screen, AgentClient agent);

    @Override
    final ExitStatus run(AgentClient agent, Screen screen) throws NotReachedException, WrongCallException {
        Reply reply = ask(agent);
        if (isJson()) {
            screen.raw(reply.text());
        } else if (reply.isRefusal()) {
            return refused(reply, screen);
        } else {
            show(reply.json(), screen, agent);
        }
        return reply.isSuccess() ? ExitStatus.DONE : ExitStatus.FAILED;
    }
}
