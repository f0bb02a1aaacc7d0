package io.reloadagent.bind;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBase;
import com.fasterxml.jackson.databind.deser.SettableBeanProperty;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import io.reloadagent.source.Branch;
import io.reloadagent.source.Node;
import io.reloadagent.source.Origin;
import io.reloadagent.source.Path;
import io.reloadagent.source.Problem;
import io.reloadagent.source.SourceException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Guards objects with fields, and records: finds their properties however the keys are written, and refuses keys that they do not have. */
final class BeanGuard extends Guard {

    private static final long serialVersionUID = 1;

    BeanGuard(JsonDeserializer<?> guarded) {
        super(guarded);
    }

    @Override
    protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> other) {
        return new BeanGuard(other);
    }

    @Override
    boolean admits(NodeParser parser, DeserializationContext context) {
        Node node = parser.node();
        Findings findings = parser.findings();
        if (!parser.hasToken(JsonToken.START_OBJECT)) {
            findings.expected("a mapping of keys to values", parser.place(), node);
            return false;
        }
        ValueInstantiator instantiator = bean().getValueInstantiator();
        boolean fromArguments = instantiator.canCreateFromObjectWith();
        if (!fromArguments && !instantiator.canCreateUsingDefault()) {
            String message =
                    "no " + handledType().getName() + " can be made: the class has no constructor without arguments";
            findings.add(node.origin(), parser.place(), message);
            return false;
        }
        parser.cursor().replace(properties((Branch) node, parser.place(), findings));
        return !fromArguments
                || hasAll(
                        instantiator.getFromObjectArguments(context.getConfig()),
                        parser.place(),
                        (Branch) node,
                        findings);
    }

    private BeanDeserializerBase bean() {
        return (BeanDeserializerBase) _delegatee;
    }

    private Map<String, Node> properties(Branch branch, Place place, Findings findings) {
        List<String> known = new ArrayList<>();
        bean().properties().forEachRemaining(property -> known.add(property.getName()));
        Map<String, Node> properties = new LinkedHashMap<>();
        branch.words().forEach((word, key) -> {
            if (known.contains(word)) {
                put(word, branch, place.key(word), properties, findings);
            } else {
                String message = "unknown key " + findings.shownKey(key, place) + "; " + advice(word, known);
                findings.add(branch.keyOrigin(key), place.key(word), message);
            }
        });
        return properties;
    }

    private static void put(String word, Branch branch, Place at, Map<String, Node> properties, Findings findings) {
        try {
            properties.put(word, Path.of("").child(word).find(branch));
        } catch (SourceException e) {
            for (Problem problem : e.problems()) {
                findings.add(problem.origin(), at, problem.message());
            }
        }
    }

    private static String advice(String word, List<String> known) {
        if (known.isEmpty()) {
            return "none is known here";
        }
        String nearest = Nearest.of(word, known);
        return nearest == null ? "known are " + String.join(", ", known) : "did you mean " + nearest + "?";
    }

    /** A record has no defaults, so what cannot be null must be given. */
    private static boolean hasAll(SettableBeanProperty[] arguments, Place place, Branch branch, Findings findings) {
        boolean all = true;
        for (SettableBeanProperty argument : arguments) {
            if (argument.getType().isPrimitive() && !branch.words().containsKey(argument.getName())) {
                findings.add(branch.origin(), place, "the key " + argument.getName() + " is missing");
                all = false;
            }
        }
        return all;
    }

    @Override
    void record(Throwable failure, Findings findings, Place place, Node node) {
        Throwable cause = Failures.cause(failure);
        if (Failures.isOfJackson(cause)) {
            Origin origin = node.origin();
            findings.add(origin, place, "no " + handledType().getName() + " can be made of this");
            return;
        }
        String property = propertyOf(failure);
        Node value = property == null
                ? null
                : ((Branch) node).entries().get(((Branch) node).words().get(property));
        if (value == null) {
            findings.refused(cause, place, node);
        } else {
            findings.refused(cause, place.key(property), value);
        }
    }

    /** The property whose setter threw, or null. */
    private static String propertyOf(Throwable failure) {
        if (!(failure instanceof JsonMappingException)) {
            return null;
        }
        List<JsonMappingException.Reference> path = ((JsonMappingException) failure).getPath();
        return path.isEmpty() ? null : path.get(0).getFieldName();
    }
}
