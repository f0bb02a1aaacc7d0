package io.reloadagent.cli;

import java.util.Map;

/** Asks an agent, in one way or another; its text says where. For one thread. */
interface AgentClient extends AutoCloseable {

    Reply get(String path) throws NotReachedException;

    /** @param query not empty; names and values as they are meant */
    Reply get(String path, Map<String, String> query) throws NotReachedException;

    /** @param form names and values as they are meant */
    Reply post(String path, Map<String, String> form) throws NotReachedException;

    /** The agent's events from now on, or why it does not tell them. */
    EventFeed events() throws NotReachedException;

    @Override
    void close();
}
