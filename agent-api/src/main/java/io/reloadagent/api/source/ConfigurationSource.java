package io.reloadagent.api.source;

import java.util.Map;

/**
 * A further kind of source for the agent, such as a service that holds configuration. The agent finds implementations by
 * {@link java.util.ServiceLoader} in the jars that its setting {@code extensions} names: list the class in
 * {@code META-INF/services/io.reloadagent.api.source.ConfigurationSource}. They have a public constructor without parameters.
 *
 * <p>Each jar has a class loader of its own, which sees the JDK and this package, and nothing else: neither the application nor
 * the agent nor another jar. What a source needs has to be in its jar.
 */
public interface ConfigurationSource {

    /** What the entry in {@code sources} calls it: {@code - extension: NAME}. Not null, not empty, always the same. */
    String name();

    /**
     * Reads what the source holds now. The agent calls it on a thread of its own when it starts, at every check interval and for each
     * reload, twice in a row where what it returns has changed. It never calls it again before it has returned. What is
     * thrown, and no answer within the time that the entry allows, means that the source cannot be read: the values in force stay.
     *
     * @param settings what the entry in {@code sources} says under {@code settings}: texts, by name; unmodifiable; never null
     * @return values by dotted path, {@code database.max-conns}; as texts, which the agent converts as it does those of a file. Never null;
     *     copied before the next call
     * @throws Exception if it cannot be read; its message is logged, so it must not hold a secret
     */
    Map<String, String> read(Map<String, String> settings) throws Exception;
}
