package io.reloadagent;

import io.reloadagent.bind.Converters;
import io.reloadagent.field.Linker;
import io.reloadagent.field.NumberedFilters;
import io.reloadagent.report.Log;
import io.reloadagent.trigger.ApiTrigger;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Answers what the bridge passes on, in threads of the application. Thread-safe. */
final class BridgeAnswers implements BiFunction<String, Object[], Object> {

    private final Linker linker;
    private final NumberedFilters filters;
    private final Relinking relinking;
    private final InstanceRequests instances;
    private final Converters converters;
    private final ApiTrigger api;
    private final Log log;

    BridgeAnswers(
            Linker linker,
            Relinking relinking,
            NumberedFilters filters,
            InstanceRequests instances,
            Converters converters,
            ApiTrigger api,
            Log log) {
        this.relinking = relinking;
        this.linker = linker;
        this.filters = filters;
        this.instances = instances;
        this.converters = converters;
        this.api = api;
        this.log = log;
    }

    /**
     * Null, as the bridge asks, to have it go on without the agent.
     *
     * @throws VirtualMachineError if the thread's stack or the heap is exhausted
     */
    @Override
    public Object apply(String operation, Object[] arguments) {
        try {
            return answer(operation, arguments);
        } catch (VirtualMachineError distress) {
            throw distress;
        } catch (Throwable failure) {
            log.error("{} failed; the application goes on without", describe(operation, arguments), failure);
            return null;
        }
    }

    private String describe(String operation, Object... arguments) {
        switch (operation) {
            case "link":
            case "getter":
                return "a read of " + ((Class<?>) arguments[2]).getName() + "." + arguments[0];
            case "bound":
                return "binding an instance of " + ((Class<?>) arguments[1]).getName();
            case "filter":
                return "a read of " + filters.describe((Integer) arguments[0]);
            default:
                return operation;
        }
    }

    private Object answer(String operation, Object... arguments) throws ClassNotFoundException {
        switch (operation) {
            case "link":
                return linker.link((String) arguments[0], (MethodType) arguments[1], (Class<?>) arguments[2], (String)
                        arguments[3]);
            case "getter":
                return linker.getter(
                        (String) arguments[0], (MethodHandle) arguments[1], (Class<?>) arguments[2], (String)
                                arguments[3]);
            case "linkLater":
                relinking.add((MutableCallSite) arguments[0], (String) arguments[1], (Class<?>) arguments[2], (String)
                        arguments[3]);
                return true;
            case "filter":
                return filters.link((Integer) arguments[0]);
            case "bound":
                linker.bindConstructed(arguments[0], (Class<?>) arguments[1]);
                return true;
            case "bind":
                return instances.bind(arguments[0], (String) arguments[1]);
            case "unbind":
                return instances.unbind(arguments[0]);
            case "convert":
                return convert((Class<?>) arguments[0], arguments[1]);
            default:
                return api.call(operation, arguments);
        }
    }

    /** What is wrong with the arguments is answered, for the API to throw. */
    @SuppressWarnings("unchecked")
    private Object convert(Class<?> type, Object converter) {
        try {
            converters.register(type, (Function<String, ?>) converter);
            return true;
        } catch (IllegalArgumentException e) {
            return e;
        }
    }
}
