package io.reloadagent;

import java.lang.instrument.Instrumentation;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Starts the agent for those who are in another class loader and share only the JDK's types with it. They make an instance by its
 * name and call it as a {@link Function}: a call of a method by reflection costs 30 ms at the start of Java 25, which makes classes
 * for each new shape of arguments.
 *
 * <p>Takes the arguments of {@link Agent#start}, in their order; what it returns starts the agent when it is called.
 */
public final class AgentStart implements Function<Object[], Callable<Consumer<String>>> {

    @Override
    public Callable<Consumer<String>> apply(Object[] given) {
        return () ->
                Agent.start((String) given[0], (Instrumentation) given[1], (boolean) given[2], (Runnable) given[3]);
    }
}
