package io.reloadagent.api;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The agent, seen from the application. Thread-safe. In a JVM without the agent every method does nothing.
 */
public final class ReloadAgent {

    private ReloadAgent() {}

    /** Whether an agent is at work in this JVM. */
    public static boolean isActive() {
        return Boolean.TRUE.equals(AgentLink.call("isActive"));
    }

    /** The number of the version in force, counted from 1; 0 without an agent. */
    public static long version() {
        Object version = AgentLink.call("version");
        return version == null ? 0 : (Long) version;
    }

    /**
     * Gives a module a name of its own, and keeps it until {@link #unregister}. A module that had registered itself is
     * renamed. A reload that is under way goes on without it; it sees the version in force.
     *
     * @param name not null, not blank, not taken
     * @param module not null
     * @throws IllegalArgumentException if a name is missing or taken, or the module is null; only with an agent
     */
    public static void register(String name, Reloadable module) {
        AgentLink.register(name, module);
    }

    /**
     * Forgets the module of that name.
     *
     * @param name a registered name
     * @throws IllegalArgumentException if there is none of that name; only with an agent
     */
    public static void unregister(String name) {
        AgentLink.unregister(name);
    }

    /**
     * Has one object read its dynamic fields at paths of its own: {@code databases.orders.max_conns} for a field
     * {@code maxConns} and the prefix {@code databases.orders}. Concerns all dynamic fields of the object, inherited ones
     * included, but no static ones; which fields are dynamic, annotations and rules say. When this returns, all threads read
     * the values that the version in force has there, or the object's own where it has none. They change with the reloads
     * that follow, all at the same instant.
     *
     * <p>A field that has a path of its own, by annotation or rule, keeps the part below the prefix of its class, or else
     * the last name. An object that was bound before is bound anew. It is held weakly: there is no need to unbind it.
     *
     * @param instance not null
     * @param prefix what the paths begin with; not null; empty for no prefix
     * @throws NullPointerException if one of them is null
     * @throws IllegalArgumentException if no path can begin so; only with an agent
     */
    public static void bind(Object instance, String prefix) {
        AgentLink.call("bind", Objects.requireNonNull(instance, "instance"), Objects.requireNonNull(prefix, "prefix"));
    }

    /**
     * Has an object that was bound read again what it would without: the values of its class's paths, or its own.
     *
     * @param instance not null; nothing happens if it is not bound
     * @throws NullPointerException if it is null
     */
    public static void unbind(Object instance) {
        AgentLink.call("unbind", Objects.requireNonNull(instance, "instance"));
    }

    /**
     * Says how values of a type of the application are made of the texts of a source: those of dynamic fields, and within
     * lists, maps and objects. It counts before all that the agent would do itself. Register it before such a field is read,
     * in a static initialiser of the type, say; a value that was refused until then is tried again at the next reload.
     * An exception of the converter, or null, refuses the text. It lives as long as the type.
     *
     * @param type a class of the application, not of the JDK; exactly this one, no subclass; not null
     * @param converter called by any thread; not null
     * @throws NullPointerException if one of them is null
     * @throws IllegalArgumentException if the type is the JDK's; only with an agent
     */
    public static <T> void convert(Class<T> type, Function<String, ? extends T> converter) {
        AgentLink.call("convert", Objects.requireNonNull(type, "type"), Objects.requireNonNull(converter, "converter"));
    }

    /**
     * Asks for a reload of the source and returns at once. The future completes with how it ended, never exceptionally,
     * on a thread of the agent: do not block there. May be called from a callback; the reload then follows the one
     * under way.
     */
    public static CompletableFuture<ReloadResult> requestReload() {
        return requested(AgentLink.call("requestReload"));
    }

    /**
     * Asks for a reload of some sections of the source, as {@link #requestReload()} does of all: what is at or beneath these paths
     * is taken over, the rest stays as it is in force, until a later reload.
     *
     * @param sections paths such as {@code database} or {@code database.pool}; not null; none for everything
     * @throws NullPointerException if one is null
     * @throws IllegalArgumentException if one is no path; only with an agent
     */
    public static CompletableFuture<ReloadResult> requestReload(String... sections) {
        return requested(AgentLink.call("requestReload", Arrays.copyOf(sections, sections.length, Object[].class)));
    }

    /**
     * Has what failed be tried again at the next request, without a wait: what it depends on is mended. A change of a file that is
     * waiting is tried now.
     */
    public static void closeBreaker() {
        AgentLink.call("closeBreaker");
    }

    @SuppressWarnings("unchecked")
    private static CompletableFuture<ReloadResult> requested(Object answer) {
        return answer == null
                ? CompletableFuture.completedFuture(ReloadResult.inactive())
                : ((CompletionStage<Map<String, Object>>) answer)
                        .thenApply(ReloadResult::new)
                        .toCompletableFuture();
    }

    /**
     * Has the current thread read all dynamic fields from one version until the scope is closed: that of the scope which it
     * is in already, or else the one in force. In a callback of a module, that is the version which the module is to accept.
     *
     * @return a scope to be closed by the current thread; never null
     */
    public static PinnedScope pin() {
        return new PinnedScope(AgentLink.pin());
    }

    /**
     * Calls an observer for every event of every reload, in order, on a thread of the agent. A slow observer loses
     * events rather than slow down a reload; an exception of it is logged.
     *
     * @param observer not null
     * @return ends the observation when closed; closing twice does nothing
     */
    public static Observation observe(Consumer<ReloadEvent> observer) {
        return AgentLink.observe(observer);
    }

    /** An observation that can be ended. */
    public interface Observation extends AutoCloseable {

        /** Ends it; without effect when ended already. */
        @Override
        void close();
    }
}
